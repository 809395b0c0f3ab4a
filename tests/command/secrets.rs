//! What the command prints, for people and for programs, holds no secret.

use serde_json::{Value, json};

use crate::canary::{self, Planted};
use crate::forms::forms;
use crate::run::{file, printed, run, text};

/// So many exchanges stand in one file.
const AT_ONCE: usize = 12;

/// One log with the entries of all these, and what is planted beside the entries.
fn together(all: &[Planted]) -> Value {
    let clean = canary::log();
    let mut whole = clean.clone();
    for planted in all {
        for (name, value) in planted.log.as_object().expect("a log") {
            if name == "entries" {
                let entries = whole["entries"].as_array_mut().expect("entries");
                entries.extend(value.as_array().expect("entries").iter().cloned());
            } else if *value != clean[name] {
                whole[name] = value.clone();
            }
        }
    }
    whole
}

#[test]
fn no_canary_of_any_place_is_printed() {
    // All words stand in the same places, and the command takes its time.
    let all = canary::all(&canary::WORDS[..1]);
    let groups = all.chunk_by(|one, other| one.secret == other.secret);
    for some in groups.flat_map(|group| group.chunks(AT_ONCE)) {
        let har = json!({ "log": together(some) }).to_string();
        let path = file("canary.har", har.as_bytes());
        for options in [
            &["--format", "json"][..],
            &["--format", "text"],
            &["--format", "markdown"],
            &["--format", "prompt"],
            &["--format", "curl"],
            &["--format", "fetch"],
            &["curl"],
            &["redact"],
        ] {
            let output = run(&[options, &[text(&path)]].concat());
            let shown = printed(&output) + &String::from_utf8_lossy(&output.stderr);
            // Where the secret stands in an address that is none, that is what is said of it.
            let is_told = shown.contains(".example") || shown.contains("no request of HTTP");
            assert!(is_told, "{options:?} prints nothing");
            let mut forms = some.iter().flat_map(|one| forms(one.secret));
            let found = forms.find(|form| shown.contains(form));
            let places: Vec<&str> = some.iter().map(|one| one.place.as_str()).collect();
            assert_eq!(
                found, None,
                "printed by {options:?}, planted in one of {places:#?}"
            );
        }
    }
}

#[test]
fn what_cannot_be_read_is_not_repeated() {
    let secret = "correcthorsebatterystaple";
    for broken in [
        format!("{{\"log\": {{\"entries\": [{{\"request\": \"{secret}"),
        format!("{{\"log\": {secret}}}"),
        secret.to_owned(),
    ] {
        let path = file("broken.har", broken.as_bytes());
        for options in [&["--format", "json"][..], &["redact"]] {
            let output = run(&[options, &[text(&path)]].concat());
            let shown = printed(&output) + &String::from_utf8_lossy(&output.stderr);
            assert!(!shown.contains(secret), "{options:?}: {shown}");
        }
    }
}
