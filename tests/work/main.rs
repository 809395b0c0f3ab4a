//! The work of a diagnosis grows as what it reads does: ten times as much of anything costs at most twelve times the work.
//!
//! Work is counted in allocations and the octets they ask for, which no load of the machine changes.

#![expect(
    unsafe_code,
    reason = "counting allocations takes an allocator, which only hands through to the system's"
)]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail where its cases are not as they should be"
)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "parts of a log are made where they are handed over"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use serde_json::{Value, json};
use why401::diagnose::diagnose;
use why401::har::Har;
use why401::redact::{Key, Redacted};

thread_local! {
    static WORK: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, counting what this thread asks of it.
struct Counting;

/// An allocation counts as much as this many octets.
const EACH: usize = 64;

// SAFETY: every call is the system allocator's own, with the same arguments.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = WORK.try_with(|work| work.set(work.get() + layout.size() + EACH));
        // SAFETY: the caller's promises are handed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: the caller's promises are handed on.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const URL: &str = "https://api.shop.example/v1/me";

fn entry(second: usize, status: u16, sent: Value, answered: Value) -> Value {
    json!({
        "startedDateTime": format!("2026-11-21T{:02}:{:02}:{:02}Z", second / 3600 % 24, second / 60 % 60, second % 60),
        "time": 5,
        "_resourceType": "fetch",
        "request": { "method": "GET", "url": URL, "headers": sent },
        "response": { "status": status, "headers": answered },
    })
}

fn field(name: &str, value: &str) -> Value {
    json!({ "name": name, "value": value })
}

fn cookies(count: usize) -> Value {
    let pairs: Vec<String> = (0..count).map(|at| format!("c{at}=v{at}")).collect();
    json!([field("Cookie", &pairs.join("; "))])
}

fn jar(count: usize) -> Value {
    let cookie = |at: usize| json!({ "name": format!("c{at}"), "value": format!("v{at}"), "domain": "api.shop.example" });
    (0..count).map(cookie).collect()
}

/// What redacting and explaining a log takes.
fn work(mut log: Value) -> usize {
    log["browser"] = json!({ "name": "Chrome", "version": "141.0" });
    log["_page"] = json!({ "url": "https://app.shop.example/" });
    let har: Har = serde_json::from_value(json!({ "log": log })).expect("a log");
    let before = WORK.get();
    let redacted = Redacted::of(&har.log.exchange(), &Key::of(b"0123456789abcdef"));
    let said = diagnose(&redacted);
    assert!(said.cause.is_some());
    WORK.get() - before
}

/// Asserts that ten times as much costs at most twelve times the work of this much.
fn grows_as_it_does(what: &str, few: usize, log: impl Fn(usize) -> Value) {
    work(log(1));
    let (one, ten) = (work(log(few)), work(log(few * 10)));
    assert!(
        ten <= one * 12,
        "{what}: {few} took {one}, ten times as many {ten}"
    );
}

#[test]
fn cookies_that_were_sent() {
    grows_as_it_does(
        "cookies",
        300,
        |count| json!({ "entries": [entry(0, 401, cookies(count), json!([]))] }),
    );
}

#[test]
fn cookies_that_requests_before_carried_too() {
    let log = |count| {
        let before = (0..10).map(|at| entry(at, 200, cookies(count), json!([])));
        let all: Vec<Value> = before
            .chain([entry(10, 401, cookies(count), json!([]))])
            .collect();
        json!({ "entries": all })
    };
    grows_as_it_does("cookies of several requests", 100, log);
}

#[test]
fn cookies_of_the_jar() {
    let log = |count| json!({ "entries": [entry(0, 401, cookies(count), json!([]))], "_jar": jar(count) });
    grows_as_it_does("jar", 300, log);
}

#[test]
fn challenges() {
    let log = |count| {
        let challenges = vec![r#"Bearer realm="x""#; count].join(", ");
        json!({ "entries": [entry(0, 401, json!([]), json!([field("WWW-Authenticate", &challenges)]))] })
    };
    grows_as_it_does("challenges", 300, log);
}

#[test]
fn set_cookie_lines() {
    let log = |count: usize| {
        let lines: Value = (0..count)
            .map(|at| field("Set-Cookie", &format!("session{at}=v; HttpOnly")))
            .collect();
        json!({ "entries": [entry(0, 200, json!([]), lines), entry(1, 401, json!([]), json!([]))], "_jar": [] })
    };
    grows_as_it_does("Set-Cookie lines", 300, log);
}

#[test]
fn requests_before() {
    let log = |count: usize| {
        let before = (0..count).map(|at| entry(at, 200, cookies(2), json!([])));
        let all: Vec<Value> = before
            .chain([entry(count, 401, cookies(2), json!([]))])
            .collect();
        json!({ "entries": all })
    };
    grows_as_it_does("requests", 100, log);
}

#[test]
fn cookies_that_went() {
    let log = |count: usize| {
        let lost = |at: usize| json!({ "name": format!("session{at}"), "domain": "api.shop.example", "path": "/", "cause": "expired" });
        json!({ "entries": [entry(0, 401, json!([]), json!([]))], "_losses": (0..count).map(lost).collect::<Value>() })
    };
    grows_as_it_does("losses", 300, log);
}

#[test]
fn requests_after() {
    let log = |count: usize| {
        let lines = |at: usize| json!([field("Set-Cookie", &format!("session{at}=v; HttpOnly"))]);
        let after = (1..=count).map(|at| entry(at, 200, cookies(2), lines(at)));
        let failed = entry(0, 401, cookies(2), json!([]));
        let all: Vec<Value> = [failed].into_iter().chain(after).collect();
        json!({ "entries": all, "_failing": 0, "_jar": jar(10) })
    };
    grows_as_it_does("requests after it", 50, log);
}
