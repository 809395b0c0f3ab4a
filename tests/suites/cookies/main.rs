//! The published cookie suites: RFC 6265's own tests, the web platform tests, the public suffix list's tests.
//!
//! Each exception is named with its reason in the suite's table; a row that no longer differs fails too.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    reason = "a test ends where its data cannot be read, and its logs are written out where they are used"
)]

mod http_state;
mod properties;
mod psl;
mod verdicts;
mod wpt;

use serde_json::Value;
use why401::cookie::context::Context;
use why401::cookie::jar::Jar;
use why401::cookie::retrieve::Departure;
use why401::cookie::store::Arrival;
use why401::cookie::target::Target;
use why401::exchange::Browser;

/// Reads a suite's file.
fn data(path: &str) -> Vec<Value> {
    let path = format!("{}/tests/suites/data/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// A browser that follows the specification, visiting its own pages at one point of time.
struct Visitor {
    browser: Browser,
    now: i64,
    jar: Jar,
}

impl Visitor {
    fn at(now: i64) -> Self {
        Self {
            browser: Browser::default(),
            now,
            jar: Jar::default(),
        }
    }

    fn receive(&mut self, url: &str, line: &str, http: bool) {
        let target = Target::parse(url).expect("a URL of the suite");
        let context = Context {
            top_level: true,
            safe: true,
            ..Context::default()
        };
        let arrival = Arrival {
            browser: &self.browser,
            target: &target,
            context: &context,
            http,
            now: self.now,
        };
        self.jar.receive(line, &arrival);
    }

    fn field(&self, url: &str, http: bool) -> String {
        let target = Target::parse(url).expect("a URL of the suite");
        let context = Context {
            top_level: true,
            safe: true,
            ..Context::default()
        };
        let now = Some(self.now * 1_000);
        let departure = Departure::new(&self.browser, &target, &context, now);
        self.jar.field(&departure, http)
    }
}

/// Holds the rows that differ against the table of known exceptions.
fn settle(suite: &str, differing: &[(String, String)], exceptions: &[(&str, &str)]) {
    let unknown: Vec<_> = differing
        .iter()
        .filter(|(id, _)| !exceptions.iter().any(|(known, _)| known == id))
        .collect();
    assert!(
        unknown.is_empty(),
        "{suite}: {} differ: {unknown:#?}",
        unknown.len()
    );
    let stale: Vec<_> = exceptions
        .iter()
        .filter(|(known, _)| !differing.iter().any(|(id, _)| id == known))
        .collect();
    assert!(
        stale.is_empty(),
        "{suite}: no longer differ, take them out of the table: {stale:#?}"
    );
}
