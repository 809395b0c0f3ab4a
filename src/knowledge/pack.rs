//! Packs what is known (`products/*.toml`, `phrases/*.toml`, `answers/*.toml`) into tables that the core only looks things up in.
//!
//! Cargo runs this before it compiles the core. What is wrong in a file stops the build, with the file's name and the
//! row's, as in `phrases/tr.toml, token-expired.3: names a cause and no recorded answer holds it`.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "cargo listens to what a build script prints"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

#[path = "pack/answers.rs"]
mod answers;
#[path = "pack/check.rs"]
mod check;
#[path = "pack/pattern.rs"]
mod pattern;
#[path = "pack/product.rs"]
mod product;
#[path = "pack/read.rs"]
mod read;
#[path = "pack/table.rs"]
mod table;

fn main() -> ExitCode {
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            for line in wrong {
                println!("cargo::error={line}");
                eprintln!("{line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn pack() -> Result<(), Vec<String>> {
    let root = folder("CARGO_MANIFEST_DIR")?;
    let known = root.join("src/knowledge");
    for watched in [known.clone(), root.join("src/causes")] {
        println!("cargo::rerun-if-changed={}", watched.display());
    }
    let causes = read::causes(&root.join("src/causes"))?;
    let knowledge = read::knowledge(&known)?;
    check::all(&knowledge, &causes)?;
    let answers = answers::packed(&known, &causes)?;
    let out = folder("OUT_DIR")?;
    write(&out.join("answers.rs"), &answers)?;
    write(&out.join("phrases.rs"), &table::source(&knowledge, &causes))?;
    write(&out.join("products.rs"), &product::source(&knowledge))
}

fn folder(variable: &str) -> Result<PathBuf, Vec<String>> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| vec![format!("{variable} is not set: cargo runs this")])
}

fn write(file: &Path, text: &str) -> Result<(), Vec<String>> {
    fs::write(file, text).map_err(|error| vec![format!("{}: {error}", file.display())])
}
