//! The body of a request, which only a file holds: the names of its fields, and the kind of grant.

use serde_json::Value;

use super::Key;
use super::judge::{self, Bar};
use crate::exchange::Body;

/// So many fields are kept.
const MOST: usize = 40;

/// Fields whose values are words of a standard.
const KEPT: &[&str] = &[
    "grant_type",
    "response_type",
    "client_assertion_type",
    "subject_token_type",
    "requested_token_type",
];

/// The body as a form of names and stand-ins; `None` where it is neither a form nor a JSON object.
pub(super) fn redacted(body: &Body, key: &Key) -> Option<Body> {
    let pairs = pairs(&body.text)?;
    let text: Vec<String> = pairs
        .iter()
        .take(MOST)
        .filter(|(name, _)| is_name(name))
        .map(|(name, value)| format!("{name}={}", kept(name, value, key)))
        .collect();
    (!text.is_empty()).then(|| Body {
        mime: "application/x-www-form-urlencoded".to_owned(),
        text: text.join("&"),
    })
}

fn kept(name: &str, value: &str, key: &Key) -> String {
    let is_word = value.len() <= 80
        && value
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || b"_:-.0123456789".contains(&byte))
        && judge::is_listed(value);
    if KEPT.contains(&name) && is_word {
        value.to_owned()
    } else {
        key.cut(value)
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && judge::reads_like_words(name, Bar::Readable)
        && name.len() <= 40
        && name.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'[' | b']')
        })
}

fn pairs(text: &str) -> Option<Vec<(String, String)>> {
    if let Ok(Value::Object(members)) = serde_json::from_str::<Value>(text) {
        let value = |value: Value| match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        return Some(
            members
                .into_iter()
                .map(|(name, member)| (name, value(member)))
                .collect(),
        );
    }
    let form: Vec<(String, String)> = text
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    (!form.is_empty() && form.iter().all(|(name, _)| is_name(name))).then_some(form)
}
