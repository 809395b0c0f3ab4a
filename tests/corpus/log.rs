//! A recorded case as the core is given it. The core never sees a case's name, its expectation or its source.

#![allow(
    dead_code,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "shared by several tests, each of which takes what it needs, and fails where a case is not as it should be"
)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use why401::diagnose::diagnose;
use why401::diagnosis::Diagnosis;
use why401::har::Har;
use why401::redact::{Key, Redacted};

/// What the core is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The case as it is.
    Given,
    /// What capture records with DevTools closed: no body, but the text of a page that was itself rejected.
    Live,
}

/// The files of a folder of the package with this ending, by name.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a file").path())
        .filter(|file| file.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    files
}

/// The JSON of a file.
pub(crate) fn json(file: &Path) -> Value {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The log of a recorded case, without what would tell the core where it is from.
pub(crate) fn recorded(file: &Path) -> Value {
    let mut log = json(file)["log"].take();
    for field in ["_expect", "_source", "creator", "comment"] {
        log.as_object_mut().expect("a log").remove(field);
    }
    log
}

/// The name of a file, without its ending.
pub(crate) fn name(file: &Path) -> String {
    let stem = file.file_stem().expect("a name");
    stem.to_string_lossy().into_owned()
}

/// What the core is given of a log in this mode.
pub(crate) fn given(log: &Value, mode: Mode) -> Value {
    let mut log = log.clone();
    log.as_object_mut().map(|log| log.remove("_expect"));
    if mode == Mode::Live {
        for entry in log["entries"].as_array_mut().into_iter().flatten() {
            let is_read = is_rejected_page(entry);
            entry["request"]
                .as_object_mut()
                .map(|request| request.remove("postData"));
            if !is_read {
                entry["response"]
                    .as_object_mut()
                    .map(|response| response.remove("content"));
            }
        }
    }
    log
}

/// Whether the extension reads the text of this response in the tab where it stands: a document of HTML or plain text. One
/// of JSON stands in a viewer that Firefox lets nobody enter.
fn is_rejected_page(entry: &Value) -> bool {
    let mime = entry["response"]["content"]["mimeType"]
        .as_str()
        .unwrap_or_default();
    let is_text = ["text/html", "application/xhtml+xml", "text/plain"]
        .iter()
        .any(|known| mime.starts_with(known));
    entry["_resourceType"] == "document"
        && entry["response"]["status"].as_u64().unwrap_or_default() >= 400
        && is_text
}

/// What the core says of a log that it is given.
pub(crate) fn diagnosis(log: &Value) -> Diagnosis {
    let har: Har = serde_json::from_value(serde_json::json!({ "log": log })).expect("a log");
    diagnose(&Redacted::of(
        &har.log.exchange(),
        &Key::of(b"0123456789abcdef"),
    ))
}
