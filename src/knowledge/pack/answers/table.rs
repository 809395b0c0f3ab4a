//! The rows as tables in which every text stands once: nothing is parsed and no index is made when a worker wakes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};

use super::read::{File, Row};
use super::sentences::Made;
use super::template;

/// In place of a body's number: none is known.
const NONE: usize = u16::MAX as usize;

/// Texts, each with its number.
struct Numbered(BTreeMap<(bool, usize, String), usize>);

impl Numbered {
    /// Without holes first, then by length, so that those of one length stand together.
    fn of(texts: impl Iterator<Item = String>) -> Self {
        let key = |text: String| (template::has_holes(&text), text.len(), text);
        let all: BTreeSet<_> = texts.map(key).collect();
        Self(all.into_iter().zip(0..).collect())
    }

    fn number(&self, text: String) -> usize {
        let key = (template::has_holes(&text), text.len(), text);
        self.0.get(&key).copied().unwrap_or(NONE)
    }

    fn source(&self) -> String {
        texts(self.0.keys().map(|(_, _, text)| text.as_str()))
    }

    /// How many have no holes.
    fn plain(&self) -> usize {
        self.0.keys().filter(|(holes, ..)| !holes).count()
    }
}

/// Lists, each with its number.
#[derive(Default)]
struct Lists<T: Ord>(BTreeMap<Vec<T>, usize>);

impl<T: Ord + Clone + std::fmt::Debug> Lists<T> {
    fn number(&mut self, list: Vec<T>) -> usize {
        let next = self.0.len();
        *self.0.entry(list).or_insert(next)
    }

    fn source(&self) -> String {
        let mut lists: Vec<_> = self.0.iter().collect();
        lists.sort_by_key(|(_, number)| **number);
        let lists = lists.iter().map(|(list, _)| format!("&{list:?}"));
        format!("&[{}]", lists.collect::<Vec<_>>().join(", "))
    }
}

/// The Rust of the tables.
pub(crate) fn source(files: &[File], made: &Made) -> String {
    let packed = |text: &String| template::packed(text).unwrap_or_default();
    let all = || files.iter().flat_map(File::rows);
    let bodies = Numbered::of(all().filter_map(|row| row.body.as_ref()).map(packed));
    let headers = Numbered::of(all().flat_map(|row| &row.headers).map(packed));
    let mut rows: Vec<(usize, usize, &File, &Row)> = Vec::new();
    for (file, product) in files.iter().zip(0..) {
        rows.extend(file.rows().map(|row| {
            let body = row.body.as_ref().map(packed);
            let body = body.map_or(NONE, |body| bodies.number(body));
            (body, product, file, row)
        }));
    }
    rows.sort_by_key(|(body, product, _, row)| (*body, *product, row.id.clone()));
    let mut meanings = Lists::default();
    let mut lines = Lists::default();
    let written = rows.iter().map(|(body, product, _, row)| {
        let means = meanings.number(row.causes().cloned().collect());
        let headers = lines.number(row.headers.iter().map(|line| headers.number(packed(line))).collect());
        let status = row.status;
        format!(
            "Row {{ body: {body}, product: {product}, means: {means}, headers: {headers}, status: {status} }}"
        )
    });
    let written: Vec<String> = written.collect();
    let mut out = String::new();
    table(&mut out, "BODIES", "Texts", bodies.source());
    table(&mut out, "PLAIN", "usize", bodies.plain());
    table(&mut out, "HEADERS", "Texts", headers.source());
    table(&mut out, "MEANINGS", "&[&[&str]]", meanings.source());
    table(&mut out, "LINES", "&[&[u16]]", lines.source());
    table(&mut out, "PRODUCTS", "&[Maker]", makers(files));
    table(
        &mut out,
        "ROWS",
        "&[Row]",
        format!("&[{}]", written.join(", ")),
    );
    table(
        &mut out,
        "IDS",
        "Texts",
        texts(rows.iter().map(|(.., row)| row.id.as_str())),
    );
    let before = rows
        .iter()
        .zip(0..)
        .filter_map(|((.., row), at)| Some((row.was.as_ref()?, at)));
    let before: BTreeMap<_, usize> = before.collect();
    let before: Vec<_> = before.into_iter().collect();
    table(&mut out, "BEFORE", "&[(&str, u16)]", format!("&{before:?}"));
    let sentences = made.sentences(files);
    table(
        &mut out,
        "SENTENCES",
        "Texts",
        texts(sentences.iter().map(String::as_str)),
    );
    let wrappers: Vec<_> = made.wrappers().collect();
    table(
        &mut out,
        "WRAPPERS",
        "&[(&str, &str)]",
        format!("&{wrappers:?}"),
    );
    records(&mut out, &rows);
    out
}

fn table(out: &mut String, name: &str, kind: &str, value: impl Display) {
    _ = writeln!(out, "pub(super) static {name}: {kind} = {value};");
}

fn texts<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    let mut ends = Vec::new();
    for one in all {
        text.push_str(one);
        ends.push(grouped(text.len()));
    }
    format!("Texts {{ all: {text:?}, ends: &[{}] }}", ends.join(", "))
}

/// A number with its thousands parted, as `104_775`.
fn grouped(number: usize) -> String {
    match number / 1_000 {
        0 => number.to_string(),
        thousands => format!("{}_{:03}", grouped(thousands), number % 1_000),
    }
}

fn makers(files: &[File]) -> String {
    let each = files.iter().map(|file| {
        let stack = file.stack.as_deref().unwrap_or_default();
        format!(
            "Maker {{ id: {:?}, name: {:?}, stack: {stack:?}, carries_others: {} }}",
            file.product,
            file.name,
            file.carries_others()
        )
    });
    format!("&[{}]", each.collect::<Vec<_>>().join(", "))
}

/// What only the command and the tests read.
fn records(out: &mut String, rows: &[(usize, usize, &File, &Row)]) {
    let each = rows.iter().map(|(_, _, file, row)| {
        format!(
            "Record {{ situation: {:?}, source: {:?}, date: {:?}, how: {:?}, code: {:?}, etag: {:?} }}",
            row.situation,
            file.source(row),
            file.date(row),
            row.how,
            row.code.as_deref().unwrap_or_default(),
            row.etag.as_deref().unwrap_or_default(),
        )
    });
    let all: Vec<String> = each.collect();
    out.push_str("#[cfg(feature = \"cli\")]\n");
    table(
        out,
        "RECORDS",
        "&[Record]",
        format!("&[{}]", all.join(",\n")),
    );
}
