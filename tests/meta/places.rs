//! Every place in the words is filled with something: no `{realm}`, no `realm ""`, no `kid` and nothing after it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::diagnoses::{Told, all_told, tell, told_of};

/// What is wrong with a text that a person or a developer reads.
fn fault(text: &str) -> Option<&'static str> {
    // What was sent where a credential belongs may itself be a template's place.
    let own = text.replace("{{token}}", "");
    let unfilled = own.split('{').skip(1).any(|rest| {
        let name = rest.split('}').next().unwrap_or_default();
        rest.contains('}')
            && !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    });
    let faults = [
        (unfilled, "an unfilled place"),
        (
            text.contains("\"\"") || text.contains("“”"),
            "quotes around nothing",
        ),
        (text.contains("``"), "code that is nothing"),
        (text.contains(" ()"), "brackets around nothing"),
        (text.trim().contains("  "), "two spaces"),
    ];
    faults
        .into_iter()
        .find(|(is, _)| *is)
        .map(|(_, fault)| fault)
}

fn faults(all: &[Told]) -> BTreeSet<String> {
    let texts = all.iter().flat_map(|told| {
        let texts = told.texts().into_iter();
        texts.map(move |(key, text)| (told.name.as_str(), key, text))
    });
    texts
        .filter(|(_, key, _)| !key.starts_with("snippet."))
        .filter_map(|(name, key, text)| {
            fault(&text).map(|fault| format!("{fault}: {key}: {text} ({name})"))
        })
        .collect()
}

#[test]
fn every_place_is_filled_in_every_case() {
    super::none(&faults(all_told()));
    super::none(&faults(&told_of("tests/unseen/cases")));
}

#[test]
fn every_place_is_filled_where_a_server_names_nothing() {
    let challenges = [
        "Basic",
        "Basic realm=\"\"",
        "Basic realm=\" \"",
        "Digest nonce=\"a\"",
        "Bearer",
        "Bearer realm=\"\", error=\"\", error_description=\"\"",
        "Bearer error=\"invalid_token\", error_description=\"signature verification failed\"",
        "X-API-Key",
        "ApiKey realm=\"\"",
        "Negotiate",
        ", ,",
        "",
    ];
    let sent = [
        json!([]),
        json!([{ "name": "Authorization", "value": "Basic YWRhOndyb25n" }]),
        json!([{ "name": "Authorization", "value": "Digest username=\"\"" }]),
        json!([{ "name": "Authorization", "value": "bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln" }]),
        json!([{ "name": "Authorization", "value": "JWT eyJhbGciOiIifQ.e30.c2ln" }]),
        json!([{ "name": "Authorization", "value": "Bearer " }]),
        json!([{ "name": "X-API-Key", "value": "pd7Xq2Lm4Rz8Tn3Wk6" }]),
        json!([{ "name": "Cookie", "value": "=nameless; sid=1" }]),
    ];
    let mut all = Vec::new();
    for challenge in challenges {
        for headers in &sent {
            for method in ["GET", "OPTIONS", "POST"] {
                tell(&hostile(method, headers, challenge), challenge, &mut all);
            }
        }
    }
    super::none(&faults(&all));
}

fn hostile(method: &str, headers: &Value, challenge: &str) -> Value {
    let mut headers = headers.clone();
    if let (Some(list), "OPTIONS") = (headers.as_array_mut(), method) {
        list.push(json!({ "name": "Access-Control-Request-Method", "value": "GET" }));
        list.push(json!({ "name": "Access-Control-Request-Headers", "value": "" }));
    }
    json!({
        "browser": { "name": "Chrome", "version": "156.0" },
        "_page": { "url": "https://app.shop.example/" },
        "entries": [{
            "startedDateTime": "2026-11-30T10:00:00.000Z",
            "time": 20,
            "_resourceType": "fetch",
            "request": { "method": method, "url": "https://api.shop.example/", "headers": headers },
            "response": {
                "status": 401,
                "headers": [{ "name": "WWW-Authenticate", "value": challenge }],
            },
        }],
    })
}
