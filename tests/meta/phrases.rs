//! One sequence of words names one cause: whoever reads two meanings into one sentence is wrong once.

use std::collections::{BTreeMap, BTreeSet};

use why401::speech::{Meaning, Weight, sayings};

/// Every sequence of words that a phrase stands for, its gaps left out: `jwt|token ~2 expired` stands for
/// `jwt expired` and `token expired`.
fn sequences(phrase: &str) -> Vec<String> {
    let phrase = phrase.trim_start_matches('^').trim_end_matches('$');
    let parts = phrase
        .split_ascii_whitespace()
        .filter(|part| !part.starts_with('~'));
    parts.fold(vec![String::new()], |begun, part| {
        let choices = part.split('|');
        choices
            .flat_map(|choice| begun.iter().map(move |begin| format!("{begin} {choice}")))
            .collect()
    })
}

#[test]
fn one_sequence_of_words_names_one_cause() {
    let mut named: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for saying in sayings() {
        let Meaning::Cause(id) = saying.means else {
            continue;
        };
        if saying.weight == Weight::Names {
            for sequence in sequences(saying.words) {
                named.entry(sequence).or_default().insert(id);
            }
        }
    }
    let conflicts: Vec<String> = named
        .into_iter()
        .filter(|(_, ids)| ids.len() > 1)
        .map(|(sequence, ids)| format!("{sequence:?} names {ids:?}"))
        .collect();
    assert!(conflicts.is_empty(), "{}", conflicts.join("\n"));
}

#[test]
fn the_sequences_of_a_phrase_are_all_of_them() {
    assert_eq!(
        sequences("^jwt|token ~2 expired$"),
        [" jwt expired", " token expired"]
    );
}
