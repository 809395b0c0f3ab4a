//! A HAR file with every secret replaced, entry by entry: memory stays bounded however long the file is.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use super::file::{self, Source};
use crate::exchange::{Entry, Exchange};
use crate::har::stream;
use crate::har::{Har, Log};
use crate::redact::Redactor;

/// How the list of entries stands in a log that has none; a line of its own, as no text in JSON can be.
const NO_ENTRIES: &str = "\n    \"entries\": []";

/// Prints the log of a file without secrets.
///
/// # Errors
///
/// Where the file cannot be read. A reader of the output that has gone away is no error of ours.
pub(super) fn print(path: &Path, output: impl Write) -> io::Result<()> {
    let source = Source::of(path)?;
    let mut redactor = Redactor::new(file::key());
    let reading = stream::read_all(|| source.open(), |entry| redactor.meet(entry))?;
    let failing = reading.exchange.failing;
    let failing = failing.and_then(|index| reading.indices.get(index).copied());
    let head = Exchange {
        entries: Vec::new(),
        failing,
        ..redactor.whole(&reading.exchange).exchange().clone()
    };
    drop(reading);
    let mut log = Printed::begin(&head, output);
    stream::entries(source.open()?, |entry| log.entry(&redactor.entry(&entry)))?;
    log.end();
    Ok(())
}

/// A log that is printed piece by piece.
struct Printed<W: Write> {
    output: BufWriter<W>,
    /// What stands behind the entries.
    rest: String,
    any: bool,
    /// Whether nobody reads it any more.
    gone: bool,
}

impl<W: Write> Printed<W> {
    fn begin(head: &Exchange, output: W) -> Self {
        let text = pretty(&Har { log: Log::of(head) });
        let (before, rest) = text.split_once(NO_ENTRIES).unwrap_or((&text, ""));
        let mut log = Self {
            output: BufWriter::new(output),
            rest: rest.to_owned(),
            any: false,
            gone: false,
        };
        log.write(before);
        log.write("\n    \"entries\": [");
        log
    }

    fn entry(&mut self, entry: &Entry) {
        let alone = Log::of(&Exchange {
            entries: vec![entry.clone()],
            ..Exchange::default()
        });
        for entry in &alone.entries {
            self.write(if self.any { "," } else { "" });
            self.write("\n      ");
            self.write(&pretty(entry).replace('\n', "\n      "));
            self.any = true;
        }
    }

    fn end(mut self) {
        let rest = std::mem::take(&mut self.rest);
        self.write(if self.any { "\n    ]" } else { "]" });
        self.write(&rest);
        self.write("\n");
        self.gone |= self.output.flush().is_err();
    }

    fn write(&mut self, text: &str) {
        self.gone = self.gone || self.output.write_all(text.as_bytes()).is_err();
    }
}

fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Har, Log, Printed, pretty};
    use crate::exchange::{Entry, Exchange, Loss};

    #[test]
    fn what_is_printed_piece_by_piece_is_what_is_printed_whole() {
        let entry = |url: &str| {
            let mut entry = Entry::default();
            entry.request.url = url.to_owned();
            entry
        };
        for entries in [
            vec![],
            vec![entry("https://a.example/"), entry("\n    \"entries\": []")],
        ] {
            let whole = Exchange {
                entries: entries.clone(),
                losses: vec![Loss {
                    name: "\n    \"entries\": []".to_owned(),
                    ..Loss::default()
                }],
                ..Exchange::default()
            };
            let head = Exchange {
                entries: vec![],
                ..whole.clone()
            };
            let mut bytes = Vec::new();
            let mut log = Printed::begin(&head, &mut bytes);
            for entry in &entries {
                log.entry(entry);
            }
            log.end();
            let text = String::from_utf8(bytes).expect("UTF-8");
            let whole = Har {
                log: Log::of(&whole),
            };
            assert_eq!(text, pretty(&whole) + "\n");
        }
    }
}
