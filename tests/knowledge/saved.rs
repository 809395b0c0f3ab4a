//! What an older build saved is diagnosed as it was then: ids never change their meaning.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use why401::diagnosis::Diagnosis;
use why401::knowledge::by_id;
use why401::speech::Heard;

use crate::{log, read};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved")
}

fn line(diagnosis: &Diagnosis) -> String {
    let confidence = serde_json::to_value(diagnosis.confidence).expect("a word");
    let cause = diagnosis.cause.unwrap_or("nothing");
    format!("{cause} {}", confidence.as_str().unwrap_or_default())
}

/// The cases are as the build of their day saved them, and so are the verdicts: neither is ever made again.
#[test]
fn what_an_older_build_saved_is_diagnosed_as_it_was() {
    let verdicts = fs::read_to_string(folder().join("verdicts.txt")).expect("the verdicts");
    let verdicts: BTreeMap<&str, &str> = verdicts
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    let files = log::files("tests/saved", "har");
    assert_eq!(files.len(), verdicts.len());
    for file in files {
        let name = log::name(&file);
        let found = line(&log::diagnosis(&log::json(&file)["log"]));
        assert_eq!(
            Some(found.as_str()),
            verdicts.get(name.as_str()).copied(),
            "{name}"
        );
    }
}

#[test]
fn every_phrase_that_was_ever_saved_is_known_or_retired() {
    let known = read::knowledge(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/knowledge"))
        .expect("the data files");
    let mut issued: BTreeMap<String, u16> = BTreeMap::new();
    let rows = known.rows.iter().map(read::Row::id);
    for id in rows.chain(known.retired.iter().cloned()) {
        let (group, number) = id.rsplit_once('.').expect("an id");
        let most = issued.entry(group.to_owned()).or_default();
        *most = number.parse::<u16>().expect("a number").max(*most);
    }
    let file = folder().join("issued.txt");
    if std::env::var_os("UPDATE").is_some() {
        let lines: Vec<String> = issued
            .iter()
            .map(|(group, most)| format!("{group} {most}\n"))
            .collect();
        fs::write(&file, lines.concat()).expect("the list");
        return;
    }
    let before = fs::read_to_string(&file).expect("the list of what was issued");
    for line in before.lines() {
        let (group, most) = line.split_once(' ').expect("a group and its last number");
        let most: u16 = most.parse().expect("a number");
        let now = issued.get(group).copied().unwrap_or_default();
        assert!(now >= most, "{group}.{most} is neither a row nor retired");
    }
}

#[test]
fn ids_that_this_build_does_not_know_are_passed_over() {
    let known = by_id("en.token-expired.1").expect("a phrase");
    for between in [
        "xx.token-expired.1",
        "en.token-expired.60000",
        "token-expired: jwt expired",
        "",
        "..",
    ] {
        let text = format!("[text of 12 characters; {between}; en.token-expired.1]");
        let heard = Heard::parse(&text).expect("what was kept of a text");
        assert_eq!(heard.said, [known], "{between}");
    }
}

/// No pattern stands in what is saved: an id, and nothing of its words.
#[test]
fn what_is_saved_of_a_text_is_ids() {
    let text = |value: &Value| value.to_string();
    for file in log::files("tests/saved", "har") {
        let log = text(&log::json(&file));
        for kept in log.split("[text of ").skip(1) {
            let kept = kept.split(']').next().unwrap_or_default();
            let mut parts = kept.split("; ");
            assert!(
                parts
                    .next()
                    .is_some_and(|length| length.ends_with(" characters")),
                "{kept}"
            );
            assert!(parts.all(|id| by_id(id).is_some()), "{kept}");
        }
    }
}
