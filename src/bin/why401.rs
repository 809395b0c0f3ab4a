//! The same core on HAR files, for a terminal and for CI.

fn main() {}
