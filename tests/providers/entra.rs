//! Microsoft's codes: one meaning each, whoever passes them on.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use why401::diagnosis::Confidence;
use why401::knowledge::{Meaning, Weight, sayings};
use why401::speech::Words;

use super::diagnosis;

/// Where a code is met: at the token endpoint, from Microsoft Graph, and passed on by an application of one's own.
const WHERE: [&str; 3] = [
    "GET https://login.microsoftonline.com/common/oauth2/v2.0/token",
    "GET https://graph.microsoft.com/v1.0/me",
    "GET https://api.shop.example/me",
];

/// What the server says, and what it means.
const SAID: &[(&str, &str)] = &[
    (
        "AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
        "permission-denied",
    ),
    (
        "AADSTS53000: Device is not in required device state: compliant.",
        "permission-denied",
    ),
    (
        "AADSTS50105: The signed in user is not assigned to a role for the application.",
        "permission-denied",
    ),
    (
        "AADSTS700082: The refresh token has expired due to inactivity.",
        "refresh-failed",
    ),
    (
        "AADSTS70043: The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.",
        "refresh-failed",
    ),
    (
        "AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime.",
        "refresh-failed",
    ),
    (
        "AADSTS70000: The provided grant is invalid.",
        "refresh-failed",
    ),
    (
        "AADSTS50013: Assertion failed signature validation.",
        "token-signature",
    ),
    (
        "AADSTS500133: Assertion is not within its valid time range. Ensure that the access token is not expired.",
        "token-expired",
    ),
    (
        "AADSTS700027: Client assertion failed signature validation.",
        "oauth-client",
    ),
    (
        "AADSTS7000222: The provided client secret keys are expired.",
        "oauth-client",
    ),
    (
        "AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.",
        "password-changed",
    ),
    (
        "AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.",
        "mfa-required",
    ),
    (
        "AADSTS50058: A silent sign-in request was sent but no user is signed in.",
        "no-credentials",
    ),
    (
        "AADSTS65001: The user or administrator has not consented to use the application.",
        "token-scope",
    ),
    (
        "AADSTS500011: The resource principal was not found in the tenant.",
        "token-audience",
    ),
    ("AADSTS90002: Tenant not found.", "token-issuer"),
    ("AADSTS50053: The account is locked.", "account-locked"),
];

/// The causes of Microsoft's codes, by the code.
fn meanings() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut meanings: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for saying in sayings() {
        let Meaning::Cause(id) = saying.means else {
            continue;
        };
        let text = saying.text().expect("a row's text");
        let words = text.words.split([' ', '|']);
        for code in words.filter(|word| word.starts_with("aadsts")) {
            meanings.entry(code).or_default().push(id);
        }
    }
    meanings
}

/// A token, but where the code says that nobody is signed in.
fn sent(cause: &str) -> Value {
    if cause == "no-credentials" {
        json!({})
    } else {
        json!({"Authorization": "Bearer 8f2c1d7a90b34e55a1c9"})
    }
}

#[test]
fn each_code_stands_once() {
    let twice: Vec<_> = meanings()
        .into_iter()
        .filter(|(_, causes)| causes.len() > 1)
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn a_code_means_the_same_wherever_it_is_passed_on() {
    let mut wrong = Vec::new();
    for (text, cause) in SAID {
        for ask in WHERE {
            let diagnosis = diagnosis(&json!({
                "ask": ask,
                "page": "https://app.shop.example/",
                "sent": sent(cause),
                "status": 401,
                "answered": {},
                "body": json!({"error": "invalid_grant", "error_description": text}).to_string(),
                "mime": "application/json",
            }));
            let others: Vec<_> = diagnosis.others.iter().map(|other| other.cause).collect();
            let doubted = diagnosis.confidence == Confidence::Possible;
            if diagnosis.cause != Some(cause) || doubted {
                wrong.push(format!(
                    "{ask}: {text}\n   is {cause}, not {:?} ({:?}), then {others:?}",
                    diagnosis.cause, diagnosis.confidence
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_alone_that_a_source_holds_is_its_cause_first() {
    let alone = |code: &str| {
        let diagnosis = diagnosis(&json!({
            "ask": WHERE[0].replace("GET", "POST"),
            "page": "https://app.shop.example/",
            "status": 401,
            "answered": {},
            "body": json!({"error": {"code": "invalid_grant", "message": code.to_uppercase()}}).to_string(),
            "mime": "application/json",
        }));
        diagnosis.cause
    };
    let names = |code: &str| {
        let read = Words::of(code).said();
        read.iter().any(|saying| saying.weight == Weight::Names)
    };
    let meanings = meanings();
    let held: Vec<_> = meanings.iter().filter(|(code, _)| names(code)).collect();
    assert!(
        held.len() >= 20,
        "only {} codes are held by a source",
        held.len()
    );
    let wrong: BTreeSet<String> = held
        .into_iter()
        .filter(|(code, causes)| alone(code) != causes.first().copied())
        .map(|(code, causes)| format!("{code} is {causes:?}, not {:?}", alone(code)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
