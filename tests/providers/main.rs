//! Every provider and product: known where it shows itself and not where something only looks like it; its pages are
//! its own, and what is said of it was read somewhere.
//!
//! `cases/<id>.json` holds `{"is": [answer, …], "is_not": [answer, …]}`. An answer is written in short: what was asked,
//! from which page, what was sent and answered in header fields, the body; and, where the provider is the one, the `cause`
//! that must be the first answer.

#![expect(
    clippy::expect_used,
    reason = "a test may fail where its cases are not as they should be"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use why401::diagnosis::{Diagnosis, Who};
use why401::knowledge::{ALL, Goal, Product};

mod data;
mod entra;
#[path = "../corpus/log.rs"]
mod log;
mod short;

fn cases(id: &str) -> Value {
    log::json(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/providers/cases/{id}.json")),
    )
}

fn diagnosis(short: &Value) -> Diagnosis {
    log::diagnosis(&short::log(short))
}

fn shown(diagnosis: &Diagnosis) -> Vec<&'static str> {
    diagnosis.responder.iter().map(|one| one.id).collect()
}

fn list<'a>(cases: &'a Value, name: &str, id: &str) -> &'a [Value] {
    let list = cases[name]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    assert!(!list.is_empty(), "{id} has none that it {name}");
    list
}

#[test]
fn a_provider_is_known_where_it_shows_itself() {
    let mut wrong = Vec::new();
    for provider in ALL {
        for (number, short) in list(&cases(provider.id), "is", provider.id)
            .iter()
            .enumerate()
        {
            let diagnosis = diagnosis(short);
            let at = format!("{} is[{number}]", provider.id);
            if !shown(&diagnosis).contains(&provider.id) {
                wrong.push(format!("{at}: taken for {:?}", shown(&diagnosis)));
            }
            if diagnosis.cause != short["cause"].as_str() {
                wrong.push(format!(
                    "{at}: {:?}, {:?}",
                    diagnosis.cause, diagnosis.confidence
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_only_looks_like_a_provider_is_not_taken_for_it() {
    let mut wrong = Vec::new();
    for provider in ALL {
        let cases = cases(provider.id);
        for (number, short) in list(&cases, "is_not", provider.id).iter().enumerate() {
            if shown(&diagnosis(short)).contains(&provider.id) {
                wrong.push(format!("{} is_not[{number}]", provider.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_of_cases_belongs_to_a_provider() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/providers/cases");
    let known: BTreeSet<String> = ALL.iter().map(|one| format!("{}.json", one.id)).collect();
    let found: BTreeSet<String> = fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| {
            entry
                .expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(found, known);
}

fn provider(id: &str) -> &'static Product {
    ALL.iter().find(|one| one.id == id).expect("a provider")
}

fn page(id: &str, goal: Goal) -> &'static str {
    let found = provider(id).links.iter().find(|link| link.goal == goal);
    found.expect("a page").url
}

/// The pages to which the ways to mend it lead, with who is led there.
fn led(diagnosis: &Diagnosis) -> Vec<(Who, String)> {
    let fixes = diagnosis.fixes.iter();
    fixes
        .flat_map(|fix| {
            let to = |message: &why401::diagnosis::Message| {
                message
                    .args
                    .get("link")
                    .and_then(Value::as_str)
                    .map(|link| (fix.who, link.to_owned()))
            };
            fix.guide.iter().filter_map(to)
        })
        .collect()
}

const TOKEN: &str = "Bearer 8f14e45fceea167a5a36dedd4bea2543";

fn expired(host: &str, page: &str) -> Diagnosis {
    diagnosis(&json!({
        "ask": format!("GET https://{host}/v1/me"),
        "page": page,
        "status": 401,
        "sent": { "Authorization": TOKEN },
        "answered": { "WWW-Authenticate": "Bearer error=\"invalid_token\", error_description=\"The access token expired\"" },
    }))
}

#[test]
fn whoever_is_at_the_providers_own_site_is_led_to_its_sign_in() {
    let diagnosis = expired("api-partner.spotify.com", "https://open.spotify.com/");
    let sign_in = page("spotify", Goal::SignIn).to_owned();
    assert_eq!(led(&diagnosis), [(Who::Person, sign_in)]);
}

#[test]
fn whoever_asks_its_api_from_elsewhere_is_led_to_its_tokens() {
    let diagnosis = expired("api.spotify.com", "https://music.example/");
    let links = led(&diagnosis);
    assert_eq!(links.len(), 1, "{links:?}");
    assert!(
        links
            .iter()
            .all(|(who, link)| *who != Who::Person && link == page("spotify", Goal::Tokens))
    );
}

#[test]
fn a_product_before_someone_elses_site_leads_to_no_account() {
    let diagnosis = diagnosis(&json!({
        "ask": "GET https://api.shop.example/v1/me",
        "page": "https://www.shop.example/",
        "status": 401,
        "sent": { "Authorization": TOKEN },
        "answered": { "Server": "cloudflare", "CF-RAY": "8f14e45fceea167a-OSL" },
    }));
    assert_eq!(shown(&diagnosis), ["cloudflare"]);
    assert!(led(&diagnosis).is_empty());
    assert!(diagnosis.responder.iter().all(|one| one.links.is_empty()));
}

#[test]
fn how_long_a_token_lives_is_told_where_it_has_run_out() {
    let diagnosis = expired("api.spotify.com", "https://music.example/");
    assert_eq!(diagnosis.cause, Some("token-expired"));
    let told = diagnosis
        .evidence
        .iter()
        .find(|proof| proof.message.key == "provider.access-token.minutes");
    assert_eq!(
        told.and_then(|proof| proof.message.args.get("count")),
        Some(&json!(60))
    );
}
