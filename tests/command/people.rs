//! What people read.

use crate::run::{case, entry, file, har, printed, run, text};

#[test]
fn the_request_the_cause_the_evidence_and_the_fixes_are_told() {
    let output = run(&[&case(
        "corpus/cases/authorization-malformed--missing-space.har",
    )]);
    let told = printed(&output);
    for part in [
        "→ 401",
        "(authorization-malformed)",
        "Evidence",
        "- Observed: ",
        "How to fix it",
        "1. ",
        "Check: ",
    ] {
        assert!(told.contains(part), "{part:?} is missing in:\n{told}");
    }
    assert!(!told.contains('‹'), "a word is missing in:\n{told}");
    assert!(!told.contains('\u{1b}'), "colour without a terminal");
    assert!(told.lines().all(|line| line.chars().count() <= 140));
}

#[test]
fn other_failing_requests_are_told_in_short() {
    let har = har(&[
        entry("https://app.example/api/first", 401, 0),
        entry("https://app.example/api/second", 401, 1),
    ]);
    let file = file("two.har", har.to_string().as_bytes());
    let told = printed(&run(&[text(&file)]));
    let (whole, short) = told.split_once("Also failing").expect("the others");
    assert!(whole.contains("/api/second") && short.contains("/api/first"));
}

#[test]
fn what_a_terminal_would_obey_is_not_printed() {
    let mut har = har(&[entry("https://app.example/\u{1b}]0;owned\u{7}", 401, 0)]);
    har["log"]["entries"][0]["request"]["method"] = "G\u{1b}[2J\u{202e}".into();
    let file = file("escapes.har", har.to_string().as_bytes());
    let told = printed(&run(&[text(&file)]));
    assert!(!told.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{told:?}");
}

#[test]
fn the_page_of_a_cause_begins_with_its_title() {
    let page = printed(&run(&["explain", "samesite-lax"]));
    assert!(page.starts_with("# Cookie blocked by SameSite=Lax"));
    for section in [
        "## How it is fixed",
        "## How to fix it",
        "- Back end: Set the cookie with SameSite=None; Secure (",
        "## What is safe",
        "## Prevent it",
        "## Avoid",
        "## Learn more",
        "https://datatracker.ietf.org/doc/draft-ietf-httpbis-rfc6265bis/",
    ] {
        assert!(page.contains(section), "{section:?} is missing in:\n{page}");
    }
}

#[test]
fn a_fix_says_how_long_it_takes_and_an_answer_what_is_amiss_in_it() {
    let har = har(&[entry("https://app.example/api/first", 401, 0)]);
    let mut named = har.clone();
    named["log"]["entries"][0]["response"]["headers"] =
        serde_json::json!([{"name": "Content-Type", "value": "application/json"}]);
    let told = printed(&run(&[text(&file(
        "remark.har",
        named.to_string().as_bytes(),
    ))]));
    assert!(told.contains("Takes: "), "{told}");
    assert!(told.contains("Also noticed"), "{told}");
    assert!(
        told.contains("This 401 has no `WWW-Authenticate`"),
        "{told}"
    );
}

#[test]
fn all_causes_are_listed() {
    let listed = printed(&run(&["causes"]));
    assert_eq!(listed.lines().count(), why401::causes::ALL.len());
}
