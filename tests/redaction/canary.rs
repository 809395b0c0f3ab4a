//! Exchanges with a secret planted in one place each.

use serde_json::{Value, json};
use why401::exchange::Exchange;
use why401::har::Log;

/// The secret that must not get out.
pub(crate) const SECRET: &str = "cN7ryQ2x9VbK4mTz8Lp1Wd6";

/// Header fields of a request in which pages and browsers put secrets, and some that nobody knows.
const OF_REQUEST: &[&str] = &[
    "Authorization",
    "Proxy-Authorization",
    "Cookie",
    "X-Api-Key",
    "X-Auth-Token",
    "X-CSRF-Token",
    "DPoP",
    "Referer",
    "Origin",
    "X-Unknown",
    "apikey",
    "Sec-WebSocket-Protocol",
    "X-Amz-Security-Token",
    "User-Agent",
    "If-None-Match",
    "X-Forwarded-For",
    "Range",
    "Content-Type",
    "Host",
    "X-Requested-With",
];

/// Header fields of a response.
const OF_RESPONSE: &[&str] = &[
    "Set-Cookie",
    "WWW-Authenticate",
    "Proxy-Authenticate",
    "Location",
    "X-Error-Message",
    "X-Unknown",
    "Server",
    "Via",
    "DPoP-Nonce",
    "Authentication-Info",
    "ETag",
    "X-Request-Id",
    "Refresh",
    "Link",
    "Access-Control-Allow-Origin",
    "X-Amzn-ErrorType",
    "Retry-After",
    "X-Powered-By",
    "Secure-Session-Challenge",
    "Date",
    "Proxy-Status",
    "Cache-Control",
];

/// Values around the secret, as the field's own syntax would have it.
fn values() -> Vec<String> {
    vec![
        SECRET.to_owned(),
        format!("Bearer {SECRET}"),
        format!("Digest username=\"u\", realm=\"r\", nonce=\"{SECRET}\", response=\"{SECRET}\""),
        format!(
            "Bearer error=\"invalid_token\", error_description=\"the token {SECRET} has expired\", {SECRET}=\"x\""
        ),
        format!("Negotiate {SECRET}"),
        format!("sid={SECRET}; Path=/{SECRET}; {SECRET}; HttpOnly"),
        format!("https://u:{SECRET}@x.example/{SECRET}?token={SECRET}&{SECRET}#{SECRET}"),
        format!("Basic realm=\"user {SECRET}\""),
        format!("foo {SECRET}, bar {SECRET}"),
    ]
}

fn log() -> Value {
    json!({
        "browser": { "name": "Chrome", "version": "140" },
        "_page": { "url": "https://app.example/" },
        "_jar": [],
        "entries": [{
            "startedDateTime": "2026-01-01T00:00:00Z", "time": 10, "_resourceType": "fetch",
            "request": { "method": "GET", "url": "https://api.example/me", "headers": [{ "name": "Origin", "value": "https://app.example" }] },
            "response": { "status": 401, "headers": [] },
        }],
    })
}

fn field(part: &str, name: &str, value: &str) -> Value {
    let mut log = log();
    log["entries"][0][part]["headers"]
        .as_array_mut()
        .expect("fields")
        .push(json!({ "name": name, "value": value }));
    log
}

fn with(pointer: &str, value: Value) -> Value {
    let mut log = log();
    let (parent, name) = pointer.rsplit_once('/').expect("a path");
    log.pointer_mut(parent)
        .expect("a parent")
        .as_object_mut()
        .expect("an object")
        .insert(name.to_owned(), value);
    log
}

/// Every place, with the exchange in which the secret stands there.
pub(crate) fn exchanges() -> Vec<(String, Exchange)> {
    let mut logs: Vec<(String, Value)> = Vec::new();
    for value in values() {
        logs.extend(OF_REQUEST.iter().map(|name| {
            (
                format!("request field {name}: {value}"),
                field("request", name, &value),
            )
        }));
        logs.extend(OF_RESPONSE.iter().map(|name| {
            (
                format!("response field {name}: {value}"),
                field("response", name, &value),
            )
        }));
    }
    let address =
        format!("https://u:{SECRET}@x.example/a/{SECRET}/b?q={SECRET}&{SECRET}=1#{SECRET}");
    let places: Vec<(&str, Value)> = vec![
        ("/_page/url", json!(address)),
        ("/_page/frames", json!([address])),
        (
            "/_jar",
            json!([{ "name": "sid", "value": SECRET, "domain": "api.example", "path": "/" }]),
        ),
        ("/browser/version", json!(SECRET)),
        ("/entries/0/request/url", json!(address)),
        ("/entries/0/request/method", json!(SECRET)),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "application/json", "text": format!("{{\"password\":\"{SECRET}\",\"grant_type\":\"{SECRET}\"}}") }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "text/plain", "text": SECRET }),
        ),
        (
            "/entries/0/request/postData",
            json!({ "mimeType": "x", "params": [{ "name": "password", "value": SECRET }, { "name": SECRET, "value": "x" }] }),
        ),
        (
            "/entries/0/request/cookies",
            json!([{ "name": "sid", "value": SECRET }]),
        ),
        (
            "/entries/0/response/statusText",
            json!(format!("expired {SECRET}")),
        ),
        (
            "/entries/0/response/content",
            json!({ "mimeType": "application/json", "text": format!("{{\"error\":\"{SECRET}\",\"{SECRET}\":1,\"message\":\"token expired {SECRET}\"}}") }),
        ),
        (
            "/entries/0/response/content",
            json!({ "mimeType": format!("text/html; {SECRET}"), "text": format!("<title>{SECRET}</title>token expired") }),
        ),
        ("/entries/0/_initiator", json!(address)),
        (
            "/entries/0/_initiator",
            json!({ "type": "script", "url": address, "stack": { "callFrames": [{ "functionName": SECRET, "url": address, "lineNumber": 1, "columnNumber": 1 }] } }),
        ),
        ("/entries/0/_error", json!(format!("net::{SECRET}"))),
    ];
    logs.extend(
        places
            .into_iter()
            .map(|(place, value)| (place.to_owned(), with(place, value))),
    );
    logs.into_iter()
        .map(|(place, log)| {
            let log: Log = serde_json::from_value(log).expect("a log");
            (place, log.exchange())
        })
        .collect()
}
