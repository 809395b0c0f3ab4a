//! What is said of every recorded case: one line each, so that a change of policy shows as the verdicts that it changes.
//!
//! `<suite>-<mode>.txt` holds the lines of a suite: as given, and live where a live recording holds less. A line reads
//!
//! `name: state cause:variant confidence > runner-up confidence, … | first fix per who | alarm`
//!
//! `UPDATE=1 cargo test --test snapshots` writes them anew; each line of the diff is a verdict to be justified.

#![expect(
    clippy::expect_used,
    reason = "a test may fail where its cases are not as they should be"
)]

#[path = "../corpus/log.rs"]
mod log;
#[path = "../providers/short.rs"]
mod short;

mod compare;
mod line;

use std::collections::BTreeMap;

use serde_json::Value;

use log::Mode;

/// The log of each case of a suite, by name.
type Logs = BTreeMap<String, Value>;

/// Cases with a file each.
fn recorded(folder: &str) -> Logs {
    let files = log::files(folder, "har").into_iter();
    files
        .map(|file| (log::name(&file), log::recorded(&file)))
        .collect()
}

/// Cases that stand in lists, in a file for each of their subjects.
fn listed(folder: &str, log: impl Fn(&Value) -> Value) -> Logs {
    let mut logs = Logs::new();
    for file in log::files(folder, "json") {
        let lists = log::json(&file);
        for (list, cases) in lists.as_object().expect("lists of cases") {
            for (number, case) in cases.as_array().into_iter().flatten().enumerate() {
                let name = format!("{}.{list}[{number}]", log::name(&file));
                logs.insert(name, log(case));
            }
        }
    }
    logs
}

/// Asserts that what is said of each case is what its suite's files hold.
fn hold(suite: &str, logs: &Logs) {
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
        "{}\n{} lines differ; `UPDATE=1 cargo test --test snapshots` writes them anew",
        changed.join("\n"),
        changed.len()
    );
}

#[test]
fn what_is_said_of_the_corpus_is_as_before() {
    hold("corpus", &recorded("tests/corpus/cases"));
}

#[test]
fn what_is_said_of_the_composed_cases_is_as_before() {
    hold("unseen", &recorded("tests/unseen/cases"));
}

#[test]
fn what_is_said_of_the_cases_of_each_cause_is_as_before() {
    hold("causes", &listed("tests/causes/cases", Value::clone));
}

#[test]
fn what_is_said_of_the_cases_of_each_provider_is_as_before() {
    hold("providers", &listed("tests/providers/cases", short::log));
}
