//! Files in, lines out.

use std::fs::File;
use std::io::{self, Cursor, Read, Write};
use std::path::Path;

use crate::diagnose::{diagnose, diagnose_others};
use crate::diagnosis::{Diagnosis, Message};
use crate::har::stream::{self, Reading};
use crate::redact::{Key, Redacted};
use crate::words::Words;

use super::redacting;

/// The answers for one file.
pub(super) struct Answers {
    pub(super) file: String,
    pub(super) first: Diagnosis,
    pub(super) more: Vec<Diagnosis>,
    /// The file without secrets, as far as its failures need it.
    pub(super) redacted: Redacted,
}

impl Answers {
    /// All of them, the one that is explained first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Diagnosis> {
        std::iter::once(&self.first).chain(&self.more)
    }

    pub(super) fn any_alarm(&self) -> bool {
        self.all().any(|one| one.alarm)
    }
}

/// Explains the failing exchanges of a file.
pub(super) fn answers(path: &Path, words: &Words) -> io::Result<Answers> {
    let reading = Source::of(path)?.read()?;
    let redacted = Redacted::of(&reading.exchange, &key());
    let mut first = diagnose(&redacted);
    if reading.left_out > 0 {
        first.unknown.push(left_out(reading.left_out));
    }
    let mut more = diagnose_others(&redacted);
    for one in std::iter::once(&mut first).chain(&mut more) {
        words.fill(one);
        if let Some(failing) = &mut one.failing {
            let index = reading.indices.get(failing.index);
            failing.index = index.copied().unwrap_or(failing.index);
        }
    }
    Ok(Answers {
        file: path.to_string_lossy().into_owned(),
        first,
        more,
        redacted,
    })
}

fn left_out(count: usize) -> Message {
    Message {
        key: "unknown.window".to_owned(),
        args: [("count".to_owned(), count.into())].into_iter().collect(),
        text: None,
    }
}

/// A key that nobody knows: tags of two runs cannot be compared.
pub(super) fn key() -> Key {
    use std::hash::{BuildHasher, RandomState};
    let half = || RandomState::new().hash_one(0_u8).to_le_bytes();
    Key::of(&[half(), half()].concat())
}

/// What can be read from its beginning again: a file, or what came from a pipe and is held in memory.
pub(super) enum Source<'a> {
    File(&'a Path),
    Held(Vec<u8>),
}

impl<'a> Source<'a> {
    pub(super) fn of(path: &'a Path) -> io::Result<Self> {
        if std::fs::metadata(path)?.is_file() {
            return Ok(Self::File(path));
        }
        let mut whole = Vec::new();
        File::open(path)?.read_to_end(&mut whole)?;
        Ok(Self::Held(whole))
    }

    pub(super) fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Held(whole) => Box::new(Cursor::new(whole)),
        })
    }

    fn read(&self) -> io::Result<Reading> {
        stream::read(|| self.open())
    }
}

/// The file's exchange with every secret replaced, as far as its last failure needs it.
pub(super) fn redacted_of(path: &Path) -> io::Result<Redacted> {
    let reading = Source::of(path)?.read()?;
    Ok(Redacted::of(&reading.exchange, &key()))
}

/// Prints the file's log with every secret replaced.
pub(super) fn redacted(path: &Path) -> u8 {
    match redacting::print(path, anstream::stdout().lock()) {
        Ok(()) => super::ALL_READ,
        Err(error) => unread(path, &error),
    }
}

/// Complains of a file in one line, whatever signs its name holds.
pub(super) fn unread(path: &Path, error: &io::Error) -> u8 {
    let name = path.to_string_lossy().replace('\n', "\\n");
    complain(&format!("{name}: {error}"))
}

/// A line to the standard output, with its colours where that is a terminal. A reader that has gone away is no error
/// of ours.
pub(super) fn print(line: &str) -> u8 {
    let _written = writeln!(anstream::stdout().lock(), "{line}");
    super::ALL_READ
}

/// A line to the standard error.
pub(super) fn complain(line: &str) -> u8 {
    let _written = writeln!(anstream::stderr().lock(), "{}", super::layout::plain(line));
    super::SOME_NOT_READ
}
