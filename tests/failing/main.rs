//! Cases that the rules once got wrong, each standing for a kind: played on real products, or after public reports.
//!
//! A case says in `_expect` what is right. As given, one of its right causes stands first; in both modes none of those
//! that it rules out does, nothing wrong is called certain, and what needs no alarm gives none.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail where its cases are not as they should be"
)]

#[expect(
    dead_code,
    reason = "the score of the corpus needs more of a case than is checked here"
)]
#[path = "../corpus/cases.rs"]
mod cases;
#[path = "../corpus/log.rs"]
mod log;

use cases::Case;
use log::Mode;
use why401::diagnosis::{Confidence, Diagnosis};

const CASES: &str = "tests/failing";

fn wrong_in(mode: Mode, fault: impl Fn(&Case, &Diagnosis) -> bool) -> Vec<String> {
    Case::all(CASES)
        .iter()
        .map(|case| (case, case.diagnosis(mode)))
        .filter(|(case, diagnosis)| fault(case, diagnosis))
        .map(|(case, diagnosis)| {
            format!(
                "{} ({mode:?}): said {:?} ({:?}, alarm {})",
                case.name, diagnosis.cause, diagnosis.confidence, diagnosis.alarm
            )
        })
        .collect()
}

fn first(diagnosis: &Diagnosis) -> &str {
    diagnosis.cause.unwrap_or("nothing")
}

#[test]
fn as_given_the_right_cause_stands_first() {
    let wrong = wrong_in(Mode::Given, |case, diagnosis| {
        !case.expect.accepts(first(diagnosis))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_case_rules_out_never_stands_first() {
    for mode in [Mode::Given, Mode::Live] {
        let wrong = wrong_in(mode, |case, diagnosis| {
            case.expect.not.iter().any(|id| id == first(diagnosis))
        });
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn nothing_wrong_is_called_certain() {
    for mode in [Mode::Given, Mode::Live] {
        let wrong = wrong_in(mode, |case, diagnosis| {
            diagnosis.confidence == Confidence::Certain && !case.expect.accepts(first(diagnosis))
        });
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn what_needs_no_alarm_gives_none() {
    for mode in [Mode::Given, Mode::Live] {
        let wrong = wrong_in(mode, |case, diagnosis| {
            case.expect.silent && diagnosis.alarm
        });
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
