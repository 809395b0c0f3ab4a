//! The ways to mend it: each is whole, speaks of the request itself, and is offered where it fits and only there.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by them, and says where"
)]

mod advice;
#[path = "../meta/diagnoses.rs"]
#[expect(dead_code, reason = "another test reads what cookies were refused for")]
mod diagnoses;
mod remarks;
mod snippets;
mod told;
mod words;

use std::collections::BTreeSet;

use why401::diagnosis::Remedy;
use why401::{causes, fixes, page};

use advice::ADVICE;
use told::{code, of_cause, own_values, sentences};

/// Nothing is amiss, or all of it is listed.
pub(crate) fn none(found: &BTreeSet<String>) {
    assert!(
        found.is_empty(),
        "\n{}",
        found.iter().cloned().collect::<Vec<_>>().join("\n")
    );
}

/// What a filled-in text may never hold.
fn flaw(text: &str) -> Option<&'static str> {
    const SIGNS: &[(&str, &str)] = &[
        ("‹", "a key without words"),
        ("undefined", "a value that was not there"),
        ("[object", "a value that is no text"),
        ("NaN", "a number that is none"),
        ("``", "an empty value"),
        ("  ", "an empty value"),
        (" .", "an empty value before a full stop"),
        (" ,", "an empty value before a comma"),
        ("\"\"", "an empty value"),
        ("@", "a reference that leads nowhere"),
    ];
    let blank = text
        .split('{')
        .skip(1)
        .any(|rest| rest.split_once('}').is_some_and(|(name, _)| is_name(name)));
    if text.trim().is_empty() {
        return Some("empty");
    }
    if blank {
        return Some("a blank is left");
    }
    SIGNS
        .iter()
        .find(|(sign, _)| match *sign {
            "@" => text.starts_with('@'),
            sign => text.contains(sign),
        })
        .map(|(_, flaw)| *flaw)
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

#[test]
fn every_fix_is_whole() {
    let mut flaws = BTreeSet::new();
    for (cause, one) in of_cause() {
        for fix in &one.diagnosis.fixes {
            let text = fix.text.as_ref().expect("words");
            if text.steps.is_empty() {
                flaws.insert(format!("{}: no step (in {})", fix.key, one.name));
            }
            for part in sentences(fix) {
                // A placeholder may be what the cause is about.
                let quoted = ["token-placeholder", "wrong-url"].contains(&cause)
                    && part.contains("`undefined`");
                if let Some(flaw) = flaw(&part).filter(|_| !quoted) {
                    flaws.insert(format!("{}: {flaw} (in {}): {part}", fix.key, one.name));
                }
            }
            for code in code(fix) {
                if code.trim().is_empty() || code.contains('‹') {
                    flaws.insert(format!("{}: no code (in {}): {code}", fix.key, one.name));
                }
            }
        }
    }
    none(&flaws);
}

#[test]
fn a_flaw_is_seen() {
    for (text, right) in [
        ("Open {page}.", Some("a blank is left")),
        ("Set `` anew.", Some("an empty value")),
        ("Open .", Some("an empty value before a full stop")),
        ("@fix.nowhere", Some("a reference that leads nowhere")),
        ("", Some("empty")),
        ("Open app.example and sign in.", None),
        ("Add `{ credentials: 1 }`.", None),
    ] {
        assert_eq!(flaw(text), right, "{text}");
    }
}

#[test]
fn fixes_stand_in_order_of_effort() {
    for (_, one) in of_cause() {
        let efforts: Vec<_> = one.diagnosis.fixes.iter().map(|fix| fix.effort).collect();
        assert!(efforts.is_sorted(), "{}: {efforts:?}", one.name);
    }
}

#[test]
fn no_fix_is_offered_twice() {
    for (_, one) in of_cause() {
        let keys: BTreeSet<&str> = one
            .diagnosis
            .fixes
            .iter()
            .map(|fix| fix.key.as_str())
            .collect();
        assert_eq!(keys.len(), one.diagnosis.fixes.len(), "{}", one.name);
    }
}

#[test]
fn some_fix_of_every_case_holds_a_value_of_the_request() {
    let bare = of_cause()
        .filter(|(cause, one)| {
            let values = own_values(&one.diagnosis);
            let holds = |fix: &Remedy| {
                let all = [sentences(fix), code(fix)].concat().join(" ");
                values.iter().any(|value| all.contains(value.as_str()))
            };
            *cause != "challenge-handshake" && !one.diagnosis.fixes.iter().any(holds)
        })
        .map(|(cause, one)| format!("{cause}: {}", one.name))
        .collect();
    none(&bare);
}

#[test]
fn every_fix_of_every_page_is_offered_in_a_case() {
    let offered: BTreeSet<&str> = diagnoses::all_told()
        .iter()
        .flat_map(|one| one.diagnosis.fixes.iter().map(|fix| fix.key.as_str()))
        .collect();
    let never = page::all()
        .pages
        .iter()
        .flat_map(|page| page.fixes.iter().map(|fix| (page.id, fix.key.clone())))
        .filter(|(_, key)| !offered.iter().any(|known| is_variant(known, key)))
        .map(|(id, key)| format!("{id}: {key}"))
        .collect();
    none(&never);
}

/// Whether a key is this one, or its variant for a device or browser.
fn is_variant(key: &str, of: &str) -> bool {
    key == of
        || ["fix.set-clock", "fix.clear-this-site"].contains(&of)
            && key
                .strip_prefix(of)
                .is_some_and(|rest| rest.starts_with('-'))
}

#[test]
fn what_causes_share_names_causes_that_there_are() {
    let known: BTreeSet<&str> = causes::ALL.iter().map(|cause| cause.id).collect();
    for shared in fixes::SHARED {
        for cause in shared.causes {
            assert!(known.contains(cause), "{}: {cause}", shared.key);
        }
        let distinct: BTreeSet<&&str> = shared.causes.iter().collect();
        assert_eq!(distinct.len(), shared.causes.len(), "{}", shared.key);
    }
}

#[test]
fn each_piece_of_advice_is_reached_from_its_causes() {
    let told = diagnoses::all_told();
    let mut missing = BTreeSet::new();
    for advice in ADVICE {
        for cause in advice.causes {
            let reached = told
                .iter()
                .filter(|one| one.diagnosis.cause == Some(cause))
                .flat_map(|one| &one.diagnosis.fixes)
                .any(|fix| advice.fixes.iter().any(|key| is_variant(&fix.key, key)));
            if !reached {
                missing.insert(format!("{}: {cause}", advice.name));
            }
        }
    }
    none(&missing);
}

#[test]
fn no_piece_of_advice_is_given_where_it_does_not_fit() {
    let mut misplaced = BTreeSet::new();
    for one in diagnoses::all_told() {
        let cause = one.diagnosis.cause.unwrap_or_default();
        for fix in &one.diagnosis.fixes {
            let giving: Vec<_> = ADVICE
                .iter()
                .filter(|advice| advice.fixes.iter().any(|key| is_variant(&fix.key, key)))
                .collect();
            if !giving.is_empty() && !giving.iter().any(|advice| advice.causes.contains(&cause)) {
                misplaced.insert(format!("{}: {} in {}", giving[0].name, fix.key, cause));
            }
        }
    }
    none(&misplaced);
}

#[test]
fn every_fix_that_advice_names_is_one() {
    let known: BTreeSet<String> = page::all()
        .pages
        .iter()
        .flat_map(|page| page.fixes.iter().map(|fix| fix.key.clone()))
        .collect();
    let unknown = ADVICE
        .iter()
        .flat_map(|advice| advice.fixes)
        .filter(|key| !known.contains(**key))
        .map(|key| (*key).to_owned())
        .collect();
    none(&unknown);
}
