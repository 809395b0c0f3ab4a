//! HTTP dates as other projects' tests read them.

use serde_json::Value;
use why401::http::date;

use crate::{rows, text};

/// Where the libraries of the suite disagree with each other, or with what a server means.
const OTHERWISE: [(&str, &str); 2] = [
    (
        "Sun, 06 Nov 1994 08:49:37 PST",
        "Jetty ignores the zone; okhttp, and here, honours it",
    ),
    (
        "Fri Jun 6 12:30:30 2014 PST",
        "okhttp ignores the zone after asctime; here it is honoured everywhere",
    ),
];

#[test]
fn the_strict_reader_decides_as_the_rfc_does() {
    for row in rows(include_str!("../data/http-dates/http_date.json")) {
        let read = date::parse_strict(text(&row, "date"));
        match (text(&row, "kind"), &row["epoch"]) {
            ("strict" | "both", Value::String(_)) => assert!(read.is_some(), "{row}"),
            ("strict" | "both", epoch) => assert_eq!(read, epoch.as_i64(), "{row}"),
            _ => {}
        }
    }
}

#[test]
fn the_tolerant_reader_takes_what_the_libraries_take() {
    for row in rows(include_str!("../data/http-dates/http_date.json")) {
        let (read, excepted) = (
            date::parse(text(&row, "date")),
            OTHERWISE
                .iter()
                .any(|(known, _)| *known == text(&row, "date")),
        );
        match (text(&row, "kind"), &row["epoch"]) {
            ("lenient", Value::String(_)) => assert!(read.is_some(), "{row}"),
            ("lenient", epoch) => assert_eq!(read == epoch.as_i64(), !excepted, "{row}"),
            ("both", _) => assert_eq!(read, None, "{row}"),
            ("strict", Value::Number(epoch)) => assert_eq!(read, epoch.as_i64(), "{row}"),
            _ => {}
        }
    }
}
