//! The web platform tests for cookies.

use crate::{Visitor, data, settle, text};

/// 2026-01-01: before all the dates of the tests that lie ahead.
const DAY: i64 = 1_767_225_600;

const TRANSPORT: &str = "CR and LF cannot stand in a field; the test's page gets them by another way, which cuts or replaces them";

const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "attributes/attributes-ctl.sub.html#127",
        "`Secure` followed by a TAB is still Secure, which an http page may not set; the table is made by one loop",
    ),
    ("name/name-ctl.html#47", TRANSPORT),
    ("value/value.html#13", TRANSPORT),
    ("value/value-ctl.html#47", TRANSPORT),
];

#[test]
fn cookies_are_set_as_the_table_says() {
    let mut differing = Vec::new();
    for row in data("wpt-cookies/set-cookie-table.json") {
        let mut visitor = Visitor::at(DAY);
        for line in row["set_cookie"].as_array().into_iter().flatten() {
            visitor.receive(
                text(&row, "set_url"),
                line.as_str().unwrap_or_default(),
                text(&row, "via") == "http",
            );
        }
        let got = visitor.field(text(&row, "read_url"), text(&row, "read_via") == "http");
        if got != text(&row, "expected") {
            differing.push((
                text(&row, "id").to_owned(),
                format!("{} -> {got:?}, not {}", row["set_cookie"], row["expected"]),
            ));
        }
    }
    settle("wpt-cookies/set-cookie-table", &differing, EXCEPTIONS);
}

#[test]
fn prefixes_are_kept_as_the_tests_say() {
    for row in data("wpt-cookies/prefix.json") {
        let mut visitor = Visitor::at(DAY);
        for line in row["set_cookie"].as_array().into_iter().flatten() {
            visitor.receive(
                text(&row, "set_url"),
                line.as_str().unwrap_or_default(),
                text(&row, "via") == "http",
            );
        }
        let held = |url: &str, http: bool| {
            visitor
                .field(url, http)
                .contains(&format!("{}=", text(&row, "cookie_name")))
        };
        if let Some(expected) = row["expected_sent_http"].as_bool() {
            assert_eq!(held(text(&row, "read_http_url"), true), expected, "{row}");
        }
        if let Some(expected) = row["expected_in_dom"].as_bool() {
            assert_eq!(held(text(&row, "dom_url"), false), expected, "{row}");
        }
    }
}
