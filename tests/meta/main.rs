//! Listed, documented, tested and emitted are one and the same: every cause has its words, its page and its cases, and
//! every key that a diagnosis uses has words whose blanks are all filled.

#[cfg(test)]
mod diagnoses;
#[cfg(test)]
mod places;
#[cfg(test)]
mod sources;
mod vocabulary;

use std::collections::BTreeSet;

use why401::causes;
use why401::diagnosis::Who;
use why401::words::{Words, page_body};

use diagnoses::{Told, all_told};

fn none(found: &BTreeSet<String>) {
    assert!(
        found.is_empty(),
        "\n{}",
        found.iter().cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn the_list_holds_the_vocabulary_and_nothing_else() {
    let listed: BTreeSet<&str> = causes::ALL.iter().map(|cause| cause.id).collect();
    assert_eq!(listed.len(), causes::ALL.len(), "an id is listed twice");
    let known: BTreeSet<&str> = vocabulary::CAUSES.iter().map(|(id, _)| *id).collect();
    assert_eq!(listed, known);
}

#[test]
fn every_cause_has_its_title_and_both_sentences() {
    let words = Words::english();
    let missing = causes::ALL
        .iter()
        .flat_map(|cause| ["title", "person", "developer"].map(|key| format!("{}.{key}", cause.id)))
        .filter(|key| words.all().get(key).is_none_or(String::is_empty))
        .collect();
    none(&missing);
}

#[test]
fn every_cause_has_a_page_with_an_example() {
    let bare = causes::PAGES
        .iter()
        .filter(|(_, page)| {
            let body = page_body(page);
            body.lines().count() < 12 || !body.contains("\n## Example")
        })
        .map(|(id, _)| (*id).to_owned())
        .collect();
    none(&bare);
}

#[test]
fn every_cause_is_the_answer_of_a_case() {
    let told = all_told();
    let missing = causes::ALL
        .iter()
        .filter(|cause| !told.iter().any(|one| one.diagnosis.cause == Some(cause.id)))
        .map(|cause| cause.id.to_owned())
        .collect();
    none(&missing);
}

#[test]
fn every_text_is_there_and_every_blank_is_filled() {
    let faults = all_told()
        .iter()
        .flat_map(|one| one.texts().into_iter().map(move |text| (one, text)))
        .filter_map(|(one, (key, text))| {
            fault(&text).map(|fault| format!("{key}: {fault} (in {}): {text}", one.name))
        })
        .collect();
    none(&faults);
}

/// What is wrong with a text that people read.
fn fault(text: &str) -> Option<&'static str> {
    // JavaScript writes its own blanks as `${name}`.
    let pieces: Vec<&str> = text.split('{').collect();
    let blank = pieces.windows(2).any(|pair| {
        let [before, rest] = pair else { return false };
        let name = rest.split_once('}').map_or("", |(name, _)| name);
        !before.ends_with('$')
            && !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'_')
    });
    if text.contains('‹') {
        Some("no words")
    } else if blank {
        Some("a blank is left")
    } else if text.trim().is_empty() {
        Some("empty")
    } else if text.contains("``") {
        Some("an empty value")
    } else {
        None
    }
}

#[test]
fn what_a_fix_says_is_whole_and_says_who() {
    let faults = all_told()
        .iter()
        .flat_map(|one| one.diagnosis.fixes.iter().map(move |fix| (one, fix)))
        .filter_map(|(one, fix)| {
            let text = fix.text.as_ref()?;
            (text.steps.is_empty()).then(|| format!("{} has no step (in {})", fix.key, one.name))
        })
        .collect();
    none(&faults);
}

#[test]
fn every_cause_is_mended_by_those_who_can() {
    let told = all_told();
    let mut missing = BTreeSet::new();
    for (id, who) in vocabulary::CAUSES {
        let fixers: BTreeSet<Who> = told
            .iter()
            .filter(|one| one.diagnosis.cause == Some(id))
            .flat_map(|one| one.diagnosis.fixes.iter().map(|fix| fix.who))
            .collect();
        missing.extend(
            who.iter()
                .filter(|one| !fixers.contains(one))
                .map(|one| format!("{id}: {one:?}")),
        );
    }
    none(&missing);
}

#[test]
fn no_answer_is_without_a_fix_unless_it_is_no_fault() {
    let bare = all_told()
        .iter()
        .filter(|one| {
            let diagnosis = &one.diagnosis;
            let faulty = diagnosis
                .cause
                .is_some_and(|id| id != "challenge-handshake");
            faulty && diagnosis.fixes.is_empty()
        })
        .map(|one| format!("{:?} in {}", one.diagnosis.cause, one.name))
        .collect();
    none(&bare);
}

#[test]
fn every_answer_rests_on_evidence() {
    let bare = all_told()
        .iter()
        .filter(|one| one.diagnosis.cause.is_some() && one.diagnosis.evidence.is_empty())
        .map(|one| format!("{:?} in {}", one.diagnosis.cause, one.name))
        .collect();
    none(&bare);
}

#[test]
fn every_reason_has_a_sentence_and_a_label() {
    let words = Words::english();
    let reasons: BTreeSet<String> = all_told().iter().flat_map(Told::reasons).collect();
    let known = vocabulary::COOKIE_REASONS
        .iter()
        .map(|reason| (*reason).to_owned());
    let missing = known
        .chain(reasons)
        .flat_map(|reason| [format!("reason.{reason}"), format!("reason.{reason}.label")])
        .filter(|key| !words.all().contains_key(key))
        .collect();
    none(&missing);
}

#[test]
fn no_key_has_a_blank_that_the_extension_cannot_fill() {
    // Its look-up reads names of letters, digits and underscores only.
    let words = Words::english();
    let unfit = words
        .all()
        .iter()
        .filter(|(_, text)| {
            text.split('{').skip(1).any(|rest| {
                rest.split_once('}').is_some_and(|(name, _)| {
                    name.contains('-')
                        && name
                            .bytes()
                            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                })
            })
        })
        .map(|(key, text)| format!("{key}: {text}"))
        .collect();
    none(&unfit);
}

#[test]
fn every_source_file_says_what_it_is() {
    let silent = sources::all()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| path)
        .collect();
    none(&silent);
}

#[test]
fn a_text_with_a_fault_is_found() {
    assert_eq!(fault("‹cause.person›"), Some("no words"));
    assert_eq!(fault("{cookie} was not sent"), Some("a blank is left"));
    assert_eq!(fault("`` was not sent"), Some("an empty value"));
    assert_eq!(fault("const { a } = { ...b };"), None);
    assert_eq!(fault("`Bearer ${token}`"), None);
    assert_eq!(fault("`sid` was not sent"), None);
}
