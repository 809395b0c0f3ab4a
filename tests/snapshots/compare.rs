//! Comparing lines with those that a file holds, case by case.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told to remake what it compares with"
)]
fn is_set(name: &str) -> bool {
    std::env::var(name).is_ok_and(|value| !value.is_empty())
}

fn by_name<'a>(lines: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, &'a str> {
    lines.filter_map(|line| line.split_once(": ")).collect()
}

/// The cases whose line is another than the one in the file, with both; with `UPDATE=1` the file is written instead.
pub(crate) fn changed(file: &str, lines: &[String]) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/{file}.txt"));
    if is_set("UPDATE") {
        assert!(!is_set("CI"), "nothing is remade where CI is set");
        fs::write(path, lines.join("\n") + "\n").expect("the lines written");
        return Vec::new();
    }
    let text = fs::read_to_string(path).unwrap_or_default();
    let (before, after) = (
        by_name(text.lines()),
        by_name(lines.iter().map(String::as_str)),
    );
    let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let line = |lines: &BTreeMap<&str, &str>, name| {
        lines.get(name).copied().unwrap_or("(none)").to_owned()
    };
    names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| {
            let (before, after) = (line(&before, name), line(&after, name));
            format!("{file}: {name}\n  before: {before}\n  after:  {after}")
        })
        .collect()
}
