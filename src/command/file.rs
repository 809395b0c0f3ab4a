//! Files in, lines out.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use serde::Serialize;

use crate::diagnose::{diagnose, diagnose_others};
use crate::diagnosis::Diagnosis;
use crate::har::{Har, Log};
use crate::redact::{Key, Redacted};
use crate::words::Words;

/// The answers for one file.
#[derive(Serialize)]
pub(super) struct Answers {
    pub(super) file: String,
    #[serde(flatten)]
    pub(super) first: Diagnosis,
    pub(super) more: Vec<Diagnosis>,
}

impl Answers {
    /// The line of `--format json`.
    pub(super) fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn any_alarm(&self) -> bool {
        std::iter::once(&self.first)
            .chain(&self.more)
            .any(|one| one.alarm)
    }
}

/// Explains the failing exchanges of a file.
pub(super) fn answers(path: &Path, words: &Words) -> io::Result<Answers> {
    let redacted = redacted_log(path)?;
    let mut first = diagnose(&redacted);
    words.fill(&mut first);
    let mut more = diagnose_others(&redacted);
    more.iter_mut().for_each(|one| words.fill(one));
    Ok(Answers {
        file: path.to_string_lossy().into_owned(),
        first,
        more,
    })
}

fn redacted_log(path: &Path) -> io::Result<Redacted> {
    let log = read(path)?;
    Ok(Redacted::of(&log.exchange(), &key()))
}

/// A key that nobody knows: tags of two runs cannot be compared.
fn key() -> Key {
    use std::hash::{BuildHasher, RandomState};
    let half = || RandomState::new().hash_one(0_u8).to_le_bytes();
    Key::of(&[half(), half()].concat())
}

fn read(path: &Path) -> io::Result<Log> {
    let mut reader = BufReader::new(File::open(path)?);
    let mut text = Vec::new();
    reader.read_to_end(&mut text)?;
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    let har: Har = serde_json::from_slice(text)?;
    Ok(har.log)
}

/// Prints the file's log with every secret replaced.
pub(super) fn redacted(path: &Path) -> u8 {
    match redacted_log(path) {
        Ok(redacted) => print(
            &serde_json::to_string_pretty(&Har {
                log: Log::of(redacted.exchange()),
            })
            .unwrap_or_default(),
        ),
        Err(error) => complain(&format!("{}: {error}", path.display())),
    }
}

/// A line to the standard output. A reader that has gone away is no error of ours.
pub(super) fn print(line: &str) -> u8 {
    let _written = writeln!(io::stdout().lock(), "{line}");
    super::ALL_READ
}

/// A line to the standard error.
pub(super) fn complain(line: &str) -> u8 {
    let _written = writeln!(io::stderr().lock(), "{line}");
    super::SOME_NOT_READ
}
