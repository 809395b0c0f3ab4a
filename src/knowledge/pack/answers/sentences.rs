//! `sentences.toml`: how applications wrap a sentence into a body, and what they say in their own words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::Wrong;
use super::read::File;

/// Stands in a wrapper where the sentence goes.
const HOLE: &str = "{{text}}";

/// Shorter is a code or a number, longer is a page.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=120;

/// What candidates for an unread body are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Made {
    wrappers: Vec<String>,
    sentences: Vec<String>,
}

/// Reads the file.
pub(crate) fn read(path: &Path) -> Result<Made, Wrong> {
    let wrong = |error: &dyn std::fmt::Display| vec![format!("{}: {error}", path.display())];
    let text = fs::read_to_string(path).map_err(|error| wrong(&error))?;
    let made: Made = toml::from_str(&text).map_err(|error| wrong(&error))?;
    match made
        .wrappers
        .iter()
        .find(|one| one.matches(HOLE).count() != 1)
    {
        Some(one) => Err(wrong(&format!("`{one}` holds {HOLE} not once"))),
        None => Ok(made),
    }
}

impl Made {
    /// What stands before and after the sentence.
    pub(crate) fn wrappers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.wrappers.iter().filter_map(|one| one.split_once(HOLE))
    }

    /// The sentences of the file and those of all known bodies, the shortest first.
    pub(crate) fn sentences(&self, files: &[File]) -> Vec<String> {
        let mut found: BTreeSet<(usize, String)> = BTreeSet::new();
        let mut add = |text: &str| {
            let plain = !text.contains(['"', '\\', '<', '{']) && !text.contains(char::is_control);
            if LENGTHS.contains(&text.len()) && text.contains(char::is_alphabetic) && plain {
                found.insert((text.len(), text.to_owned()));
            }
        };
        self.sentences.iter().for_each(|text| add(text));
        let rows = files.iter().flat_map(File::rows);
        for body in rows.filter_map(|row| row.body.as_ref()) {
            match serde_json::from_str(body) {
                Ok(value) => said(&value, &mut add),
                Err(_) => add(body.trim()),
            }
        }
        found.into_iter().map(|(_, text)| text).collect()
    }
}

fn said(value: &Value, add: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => add(text),
        Value::Array(items) => items.iter().for_each(|item| said(item, add)),
        Value::Object(members) => members.values().for_each(|value| said(value, add)),
        _ => {}
    }
}
