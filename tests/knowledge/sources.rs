//! What a row says of its source is so.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use why401::facts::Said;
use why401::facts::said::challenges;
use why401::har::Har;
use why401::knowledge::sayings;
use why401::redact::{Key, Redacted};

use crate::{log, row};

/// The recorded cases that hold each phrase, by its id.
fn heard() -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for suite in ["corpus", "unseen"] {
        for file in log::files(&format!("tests/{suite}/cases"), "har") {
            let case = format!("{suite}/{}", log::name(&file));
            let log = log::recorded(&file);
            let har: Har =
                serde_json::from_value(serde_json::json!({ "log": log })).expect("a log");
            let redacted = Redacted::of(&har.log.exchange(), &Key::of(b"0123456789abcdef"));
            for entry in &redacted.exchange().entries {
                let said = Said::of(&entry.response, &challenges(&entry.response));
                for (_, saying) in said.phrases {
                    let cases = found.entry(saying.id()).or_default();
                    if cases.last() != Some(&case) {
                        cases.push(case.clone());
                    }
                }
            }
        }
    }
    found
}

/// `UPDATE=1` writes what is found into the rows.
#[test]
fn a_row_names_a_recorded_answer_that_holds_it_or_is_untested() {
    let heard = heard();
    if std::env::var_os("UPDATE").is_some() {
        update(&heard);
        return;
    }
    let mut wrong = Vec::new();
    for saying in sayings() {
        let text = saying.text().expect("a row's text");
        let cases = heard.get(&saying.id()).map_or(&[][..], Vec::as_slice);
        let is_page = text.source.starts_with("https://");
        let is_case = cases.iter().any(|case| case == text.source);
        let untested = text.source.is_empty() && cases.is_empty();
        if !is_page && !is_case && !untested {
            let held: Vec<&String> = cases.iter().take(3).collect();
            wrong.push(format!(
                "{}: {:?}, held by {held:?}",
                saying.id(),
                text.source
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "UPDATE=1 sets this right:\n{}",
        wrong.join("\n")
    );
}

fn update(heard: &BTreeMap<String, Vec<String>>) {
    for folder in ["phrases", "products"] {
        for file in log::files(&format!("src/knowledge/{folder}"), "toml") {
            let text = fs::read_to_string(&file).expect("a data file");
            let mut cause = String::new();
            let mut lines: Vec<String> = Vec::new();
            for line in text.lines() {
                if let Some(header) = line.strip_prefix('[') {
                    header
                        .trim_matches(['[', ']'])
                        .trim_start_matches("says.")
                        .clone_into(&mut cause);
                }
                lines.push(match row::parse(line) {
                    Some((number, fields)) => {
                        let id = format!("{}.{cause}.{number}", log::name(&file));
                        updated(number, fields, heard.get(&id))
                    }
                    None => line.to_owned(),
                });
            }
            fs::write(&file, lines.join("\n") + "\n").expect("the data file");
        }
    }
}

fn updated(number: u16, mut fields: toml::Table, cases: Option<&Vec<String>>) -> String {
    let source = fields
        .get("source")
        .and_then(toml::Value::as_str)
        .unwrap_or_default();
    let stands = source.starts_with("https://")
        || cases.is_some_and(|cases| cases.iter().any(|case| case == source));
    if !stands {
        for name in ["source", "date", "untested"] {
            fields.remove(name);
        }
        match cases.and_then(|cases| cases.first()) {
            Some(case) => {
                fields.insert("source".to_owned(), case.clone().into());
                fields.insert("date".to_owned(), today().into());
            }
            None => {
                if let Some(words) = fields.remove("names") {
                    fields.insert("hints".to_owned(), words);
                }
                fields.insert("untested".to_owned(), true.into());
            }
        }
    }
    row::print(number, &fields)
}

fn today() -> String {
    let printed = Command::new("date").arg("+%F").output().expect("a day");
    String::from_utf8(printed.stdout)
        .expect("a day")
        .trim()
        .to_owned()
}
