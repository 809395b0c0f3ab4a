//! Remarks on the answer itself: said where HTTP is broken, and never in a cause's place.

use serde_json::{Value, json};
use why401::diagnose::diagnose;
use why401::diagnosis::{Diagnosis, Who};
use why401::har::Har;
use why401::redact::{Key, Redacted};

fn diagnosis(status: u16, headers: &Value, body: &str, agent: &str) -> Diagnosis {
    let log = json!({
        "browser": {"name": "Chrome", "version": "150"},
        "_page": {"url": "https://app.example/"},
        "entries": [{
            "startedDateTime": "2026-01-01T10:00:00.000Z",
            "time": 20,
            "_resourceType": "fetch",
            "request": {
                "method": "GET",
                "url": "https://app.example/api/orders",
                "headers": [{"name": "Authorization", "value": "Bearer abcdef0123456789abcdef"},
                    {"name": "User-Agent", "value": agent}],
            },
            "response": {
                "status": status,
                "headers": headers,
                "content": {"mimeType": "application/json", "text": body},
            },
        }],
    });
    let har: Har = serde_json::from_value(json!({ "log": log })).expect("a log");
    diagnose(&Redacted::of(
        &har.log.exchange(),
        &Key::of(b"0123456789abcdef"),
    ))
}

fn keys(diagnosis: &Diagnosis) -> Vec<&str> {
    diagnosis
        .remarks
        .iter()
        .map(|remark| remark.message.key.as_str())
        .collect()
}

#[test]
fn code_is_that_of_the_stack_that_was_seen() {
    for (name, value, stack) in [
        ("X-Powered-By", "Express", "express"),
        ("Server", "Werkzeug/3.0 Python/3.12", "flask"),
        ("Server", "uvicorn", "fastapi"),
        ("Server", "nginx/1.26", "http"),
        ("Server", "cloudflare", "http"),
    ] {
        let headers = json!([
            {"name": "WWW-Authenticate", "value": "Bearer error=\"insufficient_scope\", scope=\"a\""},
            {"name": name, "value": value},
        ]);
        let diagnosis = diagnosis(401, &headers, "{}", "curl");
        let fix = diagnosis
            .fixes
            .iter()
            .find(|fix| fix.key == "token-scope.answer-403");
        let snippet = fix.and_then(|fix| fix.snippet.as_ref()).expect("code");
        assert_eq!(snippet.stack, stack, "{name}: {value}");
        assert!(snippet.others.iter().all(|other| other.stack != stack));
        assert_eq!(snippet.others.len(), 11);
    }
}

#[test]
fn a_401_without_a_challenge_is_remarked_for_the_back_end() {
    let headers = json!([{"name": "content-type", "value": "application/json"}]);
    let diagnosis = diagnosis(401, &headers, "{}", "curl");
    assert_eq!(keys(&diagnosis), ["remark.no-challenge"]);
    assert_eq!(diagnosis.remarks[0].who, Who::Backend);
    assert!(
        diagnosis
            .cause
            .is_some_and(|cause| !cause.contains("challenge"))
    );
}

#[test]
fn a_401_with_a_challenge_is_not() {
    let headers = json!([{"name": "WWW-Authenticate", "value": "Bearer error=\"invalid_token\""}]);
    assert!(keys(&diagnosis(401, &headers, "{}", "curl")).is_empty());
}

#[test]
fn an_answer_whose_header_is_unknown_is_not() {
    assert!(keys(&diagnosis(401, &json!([]), "{}", "curl")).is_empty());
}

#[test]
fn a_401_where_403_is_meant_is_remarked() {
    let headers = json!([{"name": "WWW-Authenticate", "value": "Bearer error=\"insufficient_scope\", scope=\"a\""}]);
    let of_401 = diagnosis(401, &headers, "{}", "curl");
    assert_eq!(of_401.cause, Some("token-scope"));
    assert_eq!(keys(&of_401), ["remark.forbidden"]);
    assert!(keys(&diagnosis(403, &headers, "{}", "curl")).is_empty());
}

#[test]
fn a_407_without_a_challenge_is_remarked() {
    let headers = json!([{"name": "content-type", "value": "text/html"}]);
    assert_eq!(
        keys(&diagnosis(407, &headers, "", "curl")),
        ["remark.no-proxy-challenge"]
    );
}

#[test]
fn the_clock_is_set_as_the_device_wants_it() {
    let headers = json!([
        {"name": "WWW-Authenticate", "value": "Bearer error=\"invalid_token\", error_description=\"Token used before issued, clock skew too great\""},
        {"name": "Date", "value": "Thu, 01 Jan 2026 09:00:00 GMT"},
    ]);
    for (agent, key) in [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
            "fix.set-clock-windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)",
            "fix.set-clock-ios",
        ),
        ("curl/8", "fix.set-clock"),
    ] {
        let diagnosis = diagnosis(401, &headers, "{}", agent);
        assert_eq!(diagnosis.cause, Some("clock-skew"), "{agent}");
        assert!(
            diagnosis.fixes.iter().any(|fix| fix.key == key),
            "{agent}: {key}"
        );
    }
}
