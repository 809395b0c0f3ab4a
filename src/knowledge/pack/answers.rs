//! `answers/*.toml`, the responses that products are known to send: read, checked and packed.

#[path = "answers/read.rs"]
mod read;
#[path = "answers/sentences.rs"]
mod sentences;
#[path = "answers/table.rs"]
mod table;
#[path = "answers/template.rs"]
mod template;

use std::collections::BTreeSet;
use std::path::Path;

/// What is wrong, one line each.
pub(crate) type Wrong = Vec<String>;

/// The Rust of the tables for what stands in `known`, the folder of the data files.
pub(crate) fn packed(known: &Path, causes: &BTreeSet<String>) -> Result<String, Wrong> {
    let files = read::files(&known.join("answers"))?;
    let wrong = read::wrong(&files, causes);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let made = sentences::read(&known.join("sentences.toml"))?;
    Ok(table::source(&files, &made))
}
