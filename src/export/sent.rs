//! A request as a program can send it again.

use std::fmt::Write;

use serde_json::Value;

use super::fields::{is_token, named};
use super::names::{Base, Names};
use super::text::{Part, Text};
use crate::exchange::{Body, Entry, Request};

/// Fields that the program writes itself, or that say nothing outside of the browser.
const OWN: &[&str] = &[
    "host",
    "content-length",
    "connection",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "te",
    "trailer",
    "expect",
    "keep-alive",
];

/// A request to send again.
pub(super) struct Sent {
    /// The method, a token.
    pub(super) method: String,
    /// The address, with the scheme `http` or `https`; only characters of a URI.
    pub(super) url: Text,
    /// Header fields by name, each name once.
    pub(super) fields: Vec<(String, Text)>,
    /// The body.
    pub(super) body: Option<Text>,
}

impl Sent {
    /// The request of an entry; `None` where its address is none of HTTP.
    pub(super) fn of(entry: &Entry, names: &mut Names) -> Option<Self> {
        let request = &entry.request;
        let url = address(&request.url)?;
        let mut fields: Vec<(String, Text)> = Vec::new();
        for (name, value) in named(request.fields(), names) {
            let is = |other: &str| name.eq_ignore_ascii_case(other);
            if OWN.iter().any(|own| is(own)) {
                continue;
            }
            match fields.iter_mut().find(|(known, _)| is(known)) {
                Some((known, whole)) => {
                    let cookie = known.eq_ignore_ascii_case("cookie");
                    whole.plain(if cookie { "; " } else { ", " });
                    whole.0.extend(value.0);
                }
                None => fields.push((name, value)),
            }
        }
        Some(Self {
            method: method(request),
            url: Text::of(&url, &Base::Seen("QUERY", "segment"), names).mapped(encoded),
            fields,
            body: body(request, names),
        })
    }

    /// The field's value.
    pub(super) fn field(&self, name: &str) -> Option<&Text> {
        let mut fields = self.fields.iter();
        let found = fields.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value)
    }
}

fn method(request: &Request) -> String {
    if is_token(&request.method) {
        request.method.clone()
    } else {
        "GET".to_owned()
    }
}

/// The address with the scheme that HTTP has: a WebSocket begins with a request of HTTP.
fn address(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "ws" => Some(format!("http://{rest}")),
        "https" | "wss" => Some(format!("https://{rest}")),
        _ => None,
    }
}

/// What is no character of a URI (RFC 3986, 2) percent-encoded, `{` and `}` too.
pub(super) fn encoded(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            all.push(char::from(byte));
        } else {
            let _written = write!(all, "%{byte:02X}");
        }
    }
    all
}

/// Members of a GraphQL request that are objects (GraphQL over HTTP, 5.1).
const OBJECTS: &[&str] = &["variables", "extensions"];

/// The body as JSON where the request says that it is, else as a form.
fn body(request: &Request, names: &mut Names) -> Option<Text> {
    let body = request.body.as_ref()?;
    let json = request
        .header("content-type")
        .is_some_and(|mime| mime.to_ascii_lowercase().contains("json"));
    Some(if json {
        object(body, names)
    } else {
        Text::of(&body.text, &Base::Seen("FIELD", ""), names)
    })
}

fn object(body: &Body, names: &mut Names) -> Text {
    let mut text = Text::default();
    text.plain("{");
    for (index, pair) in body.text.split('&').enumerate() {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = Text::of(value, &Base::Seen("FIELD", name), names);
        let bare = OBJECTS.contains(&name) && matches!(value.0.as_slice(), [Part::Secret(_)]);
        let quote = if bare { "" } else { "\"" };
        text.plain(if index == 0 { "" } else { "," });
        text.plain(&format!("{}:{quote}", Value::from(name)));
        text.0.extend(value.mapped(in_json).0);
        text.plain(quote);
    }
    text.plain("}");
    text
}

/// The text as it stands within a string of JSON.
fn in_json(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    let inner = quoted
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or_default().to_owned()
}
