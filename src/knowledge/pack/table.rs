//! The rows as sorted tables: nothing is parsed and no index is made when a worker wakes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};

use crate::pattern::{Choice, Part, Pattern};
use crate::read::{Knowledge, Row};

/// Set in a part of a phrase that is a gap; the rest is its length.
const GAP: u16 = 0x8000;

/// Whether a flag is set in a row.
type Is = fn(&Row, &Pattern) -> bool;

/// Bits of a row's flags, as `rows.rs` reads them.
const FLAGS: [(u8, Is); 8] = [
    (1, |_, pattern| pattern.anchored),
    (2, |_, pattern| pattern.to_the_end),
    (4, |row, _| {
        row.written.names.is_some() || row.written.words.is_some()
    }),
    (8, |row, _| row.written.warns),
    (16, |row, _| row.written.none_came),
    (32, |row, _| row.written.old_password),
    (64, |_, pattern| pattern.is_code()),
    (128, |row, _| row.written.of_age),
];

/// Numbers for what words may be: exact ones first, then beginnings, then what stands within a word.
struct Choices(BTreeMap<Choice, u16>);

impl Choices {
    fn of(patterns: &[Pattern]) -> Self {
        let words = patterns.iter().flat_map(|pattern| &pattern.parts);
        let all: BTreeSet<&Choice> = words
            .filter_map(|part| match part {
                Part::Word(choices) => Some(choices),
                Part::Gap(_) => None,
            })
            .flatten()
            .collect();
        Self(all.into_iter().cloned().zip(0..).collect())
    }

    fn numbers(&self, choices: &[Choice]) -> Vec<u16> {
        let found: BTreeSet<u16> = choices
            .iter()
            .filter_map(|one| self.0.get(one).copied())
            .collect();
        found.into_iter().collect()
    }

    fn texts<'a>(&'a self, wanted: fn(&'a Choice) -> Option<&'a str>) -> Vec<&'a str> {
        self.0.keys().filter_map(wanted).collect()
    }
}

/// Lists of numbers, one after the other, and where each ends.
#[derive(Default)]
struct Lists {
    items: Vec<u16>,
    ends: Vec<usize>,
}

impl Lists {
    fn push(&mut self, items: impl IntoIterator<Item = u16>) {
        self.items.extend(items);
        self.ends.push(self.items.len());
    }

    fn source(&self) -> String {
        format!(
            "Lists {{ items: &{:?}, ends: &{:?} }}",
            self.items, self.ends
        )
    }
}

/// The Rust of the tables.
pub(crate) fn source(knowledge: &Knowledge, causes: &BTreeSet<String>) -> String {
    let rows = &knowledge.rows;
    let patterns: Vec<Pattern> = rows
        .iter()
        .filter_map(|row| Pattern::of(row.words()))
        .collect();
    let choices = Choices::of(&patterns);
    let mut sets: BTreeMap<Vec<u16>, u16> = BTreeMap::new();
    let mut classes = Lists::default();
    let mut code = Lists::default();
    for pattern in &patterns {
        let mut parts = Vec::new();
        for part in &pattern.parts {
            parts.push(match part {
                Part::Gap(most) => GAP | most,
                Part::Word(words) => {
                    let set = choices.numbers(words);
                    let next = u16::try_from(sets.len()).unwrap_or(u16::MAX);
                    *sets.entry(set.clone()).or_insert_with(|| {
                        classes.push(set);
                        next
                    })
                }
            });
        }
        code.push(parts);
    }
    let flags: Vec<u8> = rows
        .iter()
        .zip(&patterns)
        .map(|(row, pattern)| flags(row, pattern))
        .collect();
    let numbers: Vec<u16> = rows.iter().map(|row| row.number).collect();
    let mut out = String::new();
    text(
        &mut out,
        "EXACT",
        &choices.texts(|one| match one {
            Choice::Exactly(word) => Some(word),
            _ => None,
        }),
    );
    text(
        &mut out,
        "BEGINNINGS",
        &choices.texts(|one| match one {
            Choice::Beginning(word) => Some(word),
            _ => None,
        }),
    );
    text(
        &mut out,
        "PARTS",
        &choices.texts(|one| match one {
            Choice::Within(word) => Some(word),
            _ => None,
        }),
    );
    table(&mut out, "CLASSES", "Lists", classes.source());
    table(&mut out, "CODE", "Lists", code.source());
    table(
        &mut out,
        "FIRST",
        "Lists",
        first(&choices, &patterns).source(),
    );
    table(&mut out, "FLAGS", "&[u8]", format!("&{flags:?}"));
    table(&mut out, "NUMBERS", "&[u16]", format!("&{numbers:?}"));
    groups(&mut out, knowledge, causes);
    opens(&mut out, rows);
    texts(&mut out, rows);
    out
}

fn table(out: &mut String, name: &str, kind: &str, value: impl Display) {
    out.push_str(
        "#[allow(clippy::unreadable_literal, reason = \"written by the packing step\")]\n",
    );
    _ = writeln!(out, "pub(super) static {name}: {kind} = {value};");
}

/// Words one after the other, sorted, and where each ends.
fn text(out: &mut String, name: &str, words: &[&str]) {
    let mut end = 0;
    let ends: Vec<usize> = words
        .iter()
        .map(|word| {
            end += word.len();
            end
        })
        .collect();
    let all = words.concat();
    table(
        out,
        name,
        "Texts",
        format!("Texts {{ all: {all:?}, ends: &{ends:?} }}"),
    );
}

fn flags(row: &Row, pattern: &Pattern) -> u8 {
    let set = FLAGS.iter().filter(|(_, is)| is(row, pattern));
    set.fold(0, |flags, (bit, _)| flags | bit)
}

/// For each choice the phrases that may begin with it.
fn first(choices: &Choices, patterns: &[Pattern]) -> Lists {
    let mut by_choice: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
    for (pattern, row) in patterns.iter().zip(0..) {
        if let Some(Part::Word(words)) = pattern.parts.first() {
            for choice in choices.numbers(words) {
                by_choice.entry(choice).or_default().push(row);
            }
        }
    }
    let mut lists = Lists::default();
    for choice in choices.0.values() {
        lists.push(by_choice.remove(choice).unwrap_or_default());
    }
    lists
}

/// Files, causes, and from which row on rows are of which file and cause.
fn groups(out: &mut String, knowledge: &Knowledge, causes: &BTreeSet<String>) {
    let files: BTreeSet<&str> = knowledge.rows.iter().map(|row| row.file.as_str()).collect();
    let files: Vec<&str> = files.into_iter().collect();
    let place = |file: &str| {
        files
            .iter()
            .position(|one| *one == file)
            .unwrap_or_default()
    };
    let causes: Vec<&String> = causes.iter().collect();
    let cause = |id: &str| causes.iter().position(|one| *one == id).unwrap_or_default();
    let mut found: Vec<String> = Vec::new();
    let mut last = None;
    for (row, at) in knowledge.rows.iter().zip(0_u16..) {
        let key = (&row.file, &row.cause);
        if last != Some(key) {
            let means = row
                .cause
                .as_ref()
                .map_or("SHOWS".to_owned(), |id| cause(id).to_string());
            found.push(format!(
                "Group {{ file: {}, cause: {means}, first: {at} }}",
                place(&row.file)
            ));
            last = Some(key);
        }
    }
    table(out, "FILES", "&[&str]", format!("&{files:?}"));
    table(out, "CAUSES", "&[&str]", format!("&{causes:?}"));
    table(
        out,
        "GROUPS",
        "&[Group]",
        format!("&[{}]", found.join(", ")),
    );
}

/// What rows leave open, by row.
fn opens(out: &mut String, rows: &[Row]) {
    let mut open = Vec::new();
    let mut or = Vec::new();
    for (row, at) in rows.iter().zip(0_u16..) {
        if !row.written.leaves_open.is_empty() {
            open.push(format!("({at}, &{:?})", row.written.leaves_open));
        }
        or.extend(
            row.written
                .or
                .iter()
                .map(|other| format!("({at}, {other:?})")),
        );
    }
    table(
        out,
        "LEAVES_OPEN",
        "&[(u16, &[&str])]",
        format!("&[{}]", open.join(", ")),
    );
    table(out, "OR", "&[(u16, &str)]", format!("&[{}]", or.join(", ")));
}

/// What only the command and the tests read.
fn texts(out: &mut String, rows: &[Row]) {
    let each = rows.iter().map(|row| {
        let written = &row.written;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        format!(
            "Text {{ words: {:?}, about: {:?}, source: {:?}, date: {:?} }}",
            row.words(),
            text(&written.about),
            text(&written.source),
            text(&written.date),
        )
    });
    let all: Vec<String> = each.collect();
    out.push_str("#[cfg(feature = \"cli\")]\n");
    table(out, "TEXTS", "&[Text]", format!("&[{}]", all.join(",\n")));
}
