//! Every cause: cases where it is the first answer, and near misses where it is not.
//!
//! `cases/<id>.json` holds `{"holds": [log, …], "near_misses": [log, …]}`; a log is that of a case, and a near miss
//! names in `_expect.cause` what is right instead.

#![expect(
    clippy::expect_used,
    reason = "a test may fail where its cases are not as they should be"
)]

use std::path::Path;

use serde_json::Value;
use why401::causes;
use why401::diagnosis::Diagnosis;

use log::Mode;

#[path = "../corpus/log.rs"]
mod log;

fn cases(id: &str) -> Value {
    log::json(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/causes/cases/{id}.json")))
}

fn diagnosis(log: &Value) -> Diagnosis {
    log::diagnosis(&log::given(log, Mode::Given))
}

fn list<'a>(cases: &'a Value, name: &str) -> &'a [Value] {
    cases[name]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
}

fn told(diagnosis: &Diagnosis) -> String {
    let others: Vec<&str> = diagnosis.others.iter().map(|other| other.cause).collect();
    format!(
        "{:?} ({:?}), then {others:?}",
        diagnosis.cause, diagnosis.confidence
    )
}

#[test]
fn every_cause_is_the_first_answer_of_its_cases() {
    let mut wrong = Vec::new();
    for cause in causes::ALL {
        let cases = cases(cause.id);
        assert!(
            !list(&cases, "holds").is_empty(),
            "{} has no case",
            cause.id
        );
        for (number, log) in list(&cases, "holds").iter().enumerate() {
            let diagnosis = diagnosis(log);
            if diagnosis.cause != Some(cause.id) {
                wrong.push(format!(
                    "{} holds[{number}]: {}",
                    cause.id,
                    told(&diagnosis)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_cause_is_the_first_answer_of_its_near_misses() {
    let mut wrong = Vec::new();
    for cause in causes::ALL {
        let cases = cases(cause.id);
        assert!(
            !list(&cases, "near_misses").is_empty(),
            "{} has no near miss",
            cause.id
        );
        for (number, log) in list(&cases, "near_misses").iter().enumerate() {
            let diagnosis = diagnosis(log);
            let right = log["_expect"]["cause"]
                .as_str()
                .unwrap_or_else(|| panic!("{} near_misses[{number}] names no cause", cause.id));
            assert_ne!(right, cause.id);
            if diagnosis.cause != Some(right) {
                wrong.push(format!(
                    "{} near_misses[{number}]: {}, right is {right}",
                    cause.id,
                    told(&diagnosis)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
