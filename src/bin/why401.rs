//! The same core on HAR files, for a terminal and for CI.

use std::process::ExitCode;

fn main() -> ExitCode {
    why401::command::run()
}
