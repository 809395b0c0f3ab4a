//! The checks: twice is once, saved is seen, and nothing gets out.

use std::fs;
use std::path::Path;

use crate::canary;
use crate::forms::forms;
use serde_json::Value;
use why401::diagnose::{diagnose, diagnose_others};
use why401::exchange::{Entry, Exchange};
use why401::export::{Case, Format, Report, export};
use why401::facts::names;
use why401::har::{Har, Log};
use why401::http::authorization;
use why401::http::url::Url;
use why401::redact::{Key, Redacted};
use why401::token::placeholder;

pub(crate) const KEY: &[u8] = b"0123456789abcdef";

/// Shorter texts stand in many a place by chance.
const SHORTEST: usize = 8;

pub(crate) fn corpus() -> Vec<(String, Exchange)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/cases");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the corpus")
        .map(|file| file.expect("a file").path())
        .collect();
    files.sort();
    files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "har"))
        .map(|file| {
            let har: Har =
                serde_json::from_str(&fs::read_to_string(&file).expect("a case")).expect("a HAR");
            (file.display().to_string(), har.log.exchange())
        })
        .collect()
}

pub(crate) fn redacted(exchange: &Exchange) -> Redacted {
    Redacted::of(exchange, &Key::of(KEY))
}

/// What is shown, stored and handed on of it: as JSON, and each entry in every format that is no JSON.
pub(crate) fn shown(redacted: &Redacted) -> String {
    let log = serde_json::to_string(&Log::of(redacted.exchange())).expect("JSON");
    let first = serde_json::to_string(&diagnose(redacted)).expect("JSON");
    let others = serde_json::to_string(&diagnose_others(redacted)).expect("JSON");
    let exported: Vec<String> = redacted.exchange().entries.iter().map(handed_on).collect();
    format!("{log}\n{first}\n{others}\n{}", exported.join("\n"))
}

/// A redacted entry in every format but HAR and JSON.
fn handed_on(entry: &Entry) -> String {
    let alone = Exchange {
        entries: vec![entry.clone()],
        failing: Some(0),
        ..Exchange::default()
    };
    let case = Case {
        redacted: redacted(&alone),
        report: Report::default(),
    };
    let formats = Format::ALL
        .iter()
        .filter(|format| !matches!(format, Format::Har | Format::Json));
    formats
        .map(|format| export(std::slice::from_ref(&case), *format))
        .collect()
}

/// Through JSON and back, as an export goes.
pub(crate) fn saved_and_read(redacted: &Redacted) -> Exchange {
    let json = serde_json::to_string(&Har {
        log: Log::of(redacted.exchange()),
    })
    .expect("JSON");
    serde_json::from_str::<Har>(&json)
        .expect("a HAR")
        .log
        .exchange()
}

fn secrets(exchange: &Exchange) -> Vec<String> {
    let mut secrets = Vec::new();
    for cookie in exchange.jar.iter().flatten() {
        secrets.push(cookie.value.clone());
    }
    for entry in &exchange.entries {
        for field in entry.request.fields() {
            let name = field.name.to_ascii_lowercase();
            if name == "authorization" || name == "proxy-authorization" {
                let read = authorization::parse(&field.value);
                secrets.extend(read.credential.is_some().then_some(read.credentials));
                let hidden = [
                    "response",
                    "cnonce",
                    "nonce",
                    "username",
                    "signature",
                    "oauth_token",
                    "oauth_signature",
                    "mac",
                ];
                secrets.extend(
                    read.params
                        .into_iter()
                        .filter(|(name, _)| hidden.contains(&name.to_ascii_lowercase().as_str()))
                        .map(|(_, value)| value),
                );
            } else if name == "cookie" {
                secrets.extend(
                    field
                        .value
                        .split(';')
                        .filter_map(|pair| Some(pair.split_once('=')?.1.trim().to_owned())),
                );
            } else if names::is_key_field(&name) || names::is_csrf_field(&name) {
                secrets.push(field.value.clone());
            }
        }
        for field in entry.response.fields() {
            if field.name.eq_ignore_ascii_case("set-cookie") {
                let lines = field
                    .value
                    .split('\n')
                    .filter_map(|line| line.split(';').next()?.split_once('='));
                secrets.extend(lines.map(|(_, value)| value.trim().to_owned()));
            }
        }
        let pairs = Url::parse(&entry.request.url)
            .map(|url| url.pairs())
            .unwrap_or_default();
        secrets.extend(
            pairs
                .into_iter()
                .filter(|pair| names::is_key_parameter(&pair.name))
                .map(|pair| pair.raw_value),
        );
    }
    secrets.retain(|secret| secret.len() >= SHORTEST && placeholder::find(secret.trim()).is_none());
    secrets.sort();
    secrets.dedup();
    secrets
}

#[test]
fn redaction_twice_is_redaction_once() {
    for (file, exchange) in corpus() {
        let once = redacted(&exchange);
        assert_eq!(redacted(once.exchange()), once, "{file}");
        assert_eq!(
            &saved_and_read(&once),
            once.exchange(),
            "{file}, through a file"
        );
    }
}

#[test]
fn what_was_saved_is_diagnosed_as_what_was_seen() {
    for (file, exchange) in corpus() {
        let seen = redacted(&exchange);
        let saved = redacted(&saved_and_read(&seen));
        let anew = redacted(&saved_and_read(
            &seen.keyed_anew(&Key::of(b"another key 1234")),
        ));
        let said = |redacted: &Redacted| {
            strip_tags(
                &serde_json::to_string(&(diagnose(redacted), diagnose_others(redacted)))
                    .expect("JSON"),
            )
        };
        assert_eq!(said(&saved), said(&seen), "{file}");
        assert_eq!(said(&anew), said(&seen), "{file}, with new tags");
    }
}

/// Tags differ by their key and mean nothing beside it: the eight digits of each are left out, and nothing else is.
fn strip_tags(text: &str) -> String {
    ["!tag=", "…"].iter().fold(text.to_owned(), |text, mark| {
        let mut parts = text.split(mark);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |kept, part| kept + mark + without_tag(part))
    })
}

fn without_tag(text: &str) -> &str {
    match text.split_at_checked(8) {
        Some((tag, rest)) if tag.bytes().all(|digit| digit.is_ascii_hexdigit()) => rest,
        _ => text,
    }
}

#[test]
fn of_a_tag_only_its_digits_are_left_out() {
    assert_eq!(
        strip_tags("…9f3a2b1c|…abc|…9f3a2b1cdef!tag=9f3a2b1c!len=2"),
        "…|…abc|…def!tag=!len=2"
    );
}

#[test]
fn no_secret_of_the_corpus_is_in_what_is_shown() {
    let mut looked_for = 0;
    for (file, exchange) in corpus() {
        let shown = shown(&redacted(&exchange));
        for secret in secrets(&exchange) {
            looked_for += 1;
            for form in forms(&secret) {
                assert!(
                    !shown.contains(&form),
                    "{file}: {secret:?} is there as {form:?}"
                );
            }
        }
    }
    assert!(
        looked_for > 150,
        "only {looked_for} secrets were looked for"
    );
}

#[test]
fn no_canary_of_any_place_is_in_what_is_shown() {
    let mut leaks = Vec::new();
    for planted in canary::all(canary::WORDS) {
        let log: Log = serde_json::from_value(planted.log).expect("a log");
        let redacted = redacted(&log.exchange());
        let again = Redacted::of(&saved_and_read(&redacted), &Key::of(KEY));
        assert_eq!(again, redacted, "{}, twice", planted.place);
        let exported = redacted.keyed_anew(&Key::of(b"another key 1234"));
        let shown = format!("{}\n{}", shown(&redacted), shown(&exported));
        let found = forms(planted.secret)
            .into_iter()
            .find(|form| shown.contains(form));
        leaks.extend(found.map(|form| format!("{}, found as {form:?}", planted.place)));
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn new_tags_have_nothing_in_common_with_the_old() {
    for (file, exchange) in corpus() {
        let old = redacted(&exchange);
        let anew = old.keyed_anew(&Key::of(b"another key 1234"));
        let tags = |redacted: &Redacted| -> Vec<String> {
            let json: Value = serde_json::to_value(Log::of(redacted.exchange())).expect("JSON");
            json.to_string()
                .split("!tag=")
                .skip(1)
                .map(|rest| {
                    rest.chars()
                        .take_while(char::is_ascii_alphanumeric)
                        .collect()
                })
                .collect()
        };
        let (old, anew) = (tags(&old), tags(&anew));
        assert_eq!(old.len(), anew.len(), "{file}");
        assert!(!anew.iter().any(|tag| old.contains(tag)), "{file}");
    }
}
