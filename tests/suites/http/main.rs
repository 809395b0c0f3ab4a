//! The published suites for challenges, dates, tokens and CORS, and properties that hold for any text.
//!
//! Each folder of `tests/suites/data` says where its cases come from. An exception to a suite stands in the test
//! that makes it, by name and with its reason.

#![expect(
    clippy::expect_used,
    reason = "a case that is not of the suite's form has to fail the test"
)]

mod challenges;
mod cors;
mod dates;
mod properties;
mod tokens;

use serde_json::Value;

/// The rows of a suite's file, which has to hold some.
fn rows(json: &str) -> Vec<Value> {
    let rows: Vec<Value> = serde_json::from_str(json).expect("a list of cases");
    assert!(rows.len() > 20, "the suite is not whole");
    rows
}

/// A text of a row; empty if it is absent.
fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

/// A list of texts of a row; empty if it is absent.
fn texts<'a>(row: &'a Value, name: &str) -> Vec<&'a str> {
    row[name]
        .as_array()
        .map(|all| all.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}
