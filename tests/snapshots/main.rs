//! What is said of every recorded case: one line each, so that a change of policy shows as the verdicts that it changes.
//!
//! `<suite>-<mode>.txt` holds the lines of a suite: as given, and live where a live recording holds less. A line reads
//!
//! `name: state cause:variant confidence > runner-up confidence, … | first fix per who | alarm`
//!
//! `UPDATE=1 cargo test --test snapshots` writes them again; each line of the diff is a verdict to be justified.

#![expect(
    clippy::expect_used,
    reason = "a test may fail where its cases are not as they should be"
)]

#[path = "../corpus/log.rs"]
mod log;
#[path = "../providers/short.rs"]
mod short;

mod cases;
mod compare;
mod line;

use cases::Suite;
use log::Mode;

/// Asserts that what is said of each case is what its suite's files hold.
fn hold(suite: &Suite) {
    let (suite, logs) = (suite.name, suite.logs());
    assert!(!logs.is_empty(), "the cases are not there");
    let said = |mode| -> Vec<String> {
        logs.iter()
            .filter(|(_, log)| {
                mode == Mode::Given || log::given(log, mode) != log::given(log, Mode::Given)
            })
            .map(|(name, log)| line::of(name, &log::diagnosis(&log::given(log, mode))))
            .collect()
    };
    let given = compare::changed(&format!("{suite}-given"), &said(Mode::Given));
    let live = compare::changed(&format!("{suite}-live"), &said(Mode::Live));
    let changed = [given, live].concat();
    assert!(
        changed.is_empty(),
        "{}\n{} lines differ; `UPDATE=1 cargo test --test snapshots` writes them again",
        changed.join("\n"),
        changed.len()
    );
}

#[test]
fn what_is_said_of_the_corpus_is_as_before() {
    hold(&cases::CORPUS);
}

#[test]
fn what_is_said_of_the_composed_cases_is_as_before() {
    hold(&cases::COMPOSED);
}

#[test]
fn what_is_said_of_the_cases_of_each_cause_is_as_before() {
    hold(&cases::CAUSES);
}

#[test]
fn what_is_said_of_the_cases_of_each_provider_is_as_before() {
    hold(&cases::PRODUCTS);
}

#[test]
fn what_is_said_of_the_cases_that_once_went_wrong_is_as_before() {
    hold(&cases::FAILING);
}
