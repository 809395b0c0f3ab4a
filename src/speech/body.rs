//! A message's body: what form it has, and what is said in it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Heard, Words, own};
use crate::knowledge::{self, KnownBody};

/// What is kept of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BodyFacts {
    /// Its form.
    pub format: Format,
    /// The names of a JSON object's outermost members, as far as they are on our list, in our list's order.
    pub members: Vec<&'static str>,
    /// What was said in it.
    pub heard: Heard,
    /// Whether it holds a form with a password field.
    pub password_field: bool,
    /// The body that products are known to send, where it is one.
    pub known: Option<KnownBody>,
    /// Whether nobody read it, and the entity tag proves what it is.
    pub recovered: bool,
}

/// The form of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Nothing in it.
    #[default]
    Empty,
    /// JSON of any kind.
    Json,
    /// HTML.
    Html,
    /// XML that is no HTML.
    Xml,
    /// Anything else.
    Text,
}

/// Names of members by which kinds of error bodies are told apart: RFC 6749, RFC 9457, JSON:API, GraphQL and
/// what frameworks write.
const MEMBERS: &[&str] = &[
    "access_token",
    "code",
    "data",
    "detail",
    "details",
    "error",
    "error_code",
    "error_codes",
    "error_description",
    "error_uri",
    "errorCode",
    "errorMessage",
    "errors",
    "exception",
    "extensions",
    "fault",
    "instance",
    "message",
    "messages",
    "msg",
    "ok",
    "path",
    "refresh_token",
    "reason",
    "result",
    "status",
    "statusCode",
    "success",
    "timestamp",
    "title",
    "trace",
    "type",
    "www-authenticate",
];

/// Deeper than this, a JSON body is not read.
const DEEPEST: usize = 12;

/// The form in which a body is kept.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    why401: Kind,
    format: Format,
    members: Vec<String>,
    password_field: bool,
    text: String,
    /// The id of a response that is known to have this body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    response: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    recovered: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Body,
}

impl BodyFacts {
    /// Reads a body, or what [`BodyFacts::keep`] kept of one.
    pub fn read(mime: &str, text: &str) -> Self {
        Self::kept(text).unwrap_or_else(|| Self {
            known: Some(text)
                .filter(|text| !text.is_empty())
                .and_then(KnownBody::of),
            ..Self::fresh(mime, text)
        })
    }

    /// What is known of a body that nobody read, and whose text is proven.
    pub fn recovered(mime: &str, text: &str) -> Self {
        Self {
            recovered: true,
            ..Self::read(mime, text)
        }
    }

    /// The form in which it stands in a redacted exchange.
    pub fn keep(&self) -> String {
        let kept = Kept {
            why401: Kind::Body,
            format: self.format,
            members: self.members.iter().map(|name| (*name).to_owned()).collect(),
            password_field: self.password_field,
            text: self.heard.to_string(),
            response: self.known.and_then(KnownBody::id),
            recovered: self.recovered,
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    fn kept(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let Kind::Body = kept.why401;
        Some(Self {
            format: kept.format,
            members: MEMBERS
                .iter()
                .copied()
                .filter(|name| kept.members.iter().any(|member| member == name))
                .collect(),
            heard: Heard::parse(&kept.text)?,
            password_field: kept.password_field,
            known: kept
                .response
                .and_then(|id| knowledge::response_by_id(&id)?.body()),
            recovered: kept.recovered,
        })
    }

    fn fresh(mime: &str, text: &str) -> Self {
        let trimmed = text.trim_start_matches('\u{feff}').trim();
        // Some APIs put a prefix before their JSON so that it cannot be run as a script.
        let json = trimmed
            .strip_prefix(")]}'")
            .unwrap_or(trimmed)
            .trim_start_matches(',')
            .trim();
        if trimmed.is_empty() {
            return Self::default();
        }
        let length = text.chars().count();
        if let Ok(value @ (Value::Object(_) | Value::Array(_) | Value::String(_))) =
            serde_json::from_str::<Value>(json)
        {
            return Self::of_json(&value, length);
        }
        let format = markup(mime, trimmed);
        let heard = match format {
            Format::Html => own::page(length, trimmed),
            Format::Xml => Heard::new(length, &of_xml(trimmed)),
            _ => own::text(length, trimmed),
        };
        let lower = trimmed.to_ascii_lowercase();
        Self {
            format,
            members: Vec::new(),
            heard,
            password_field: format == Format::Html
                && (lower.contains("type=\"password\"")
                    || lower.contains("type='password'")
                    || lower.contains("type=password")),
            known: None,
            recovered: false,
        }
    }

    fn of_json(value: &Value, length: usize) -> Self {
        let mut words = Words::default();
        collect("", value, &mut words, 0);
        let members = value.as_object().map_or_else(Vec::new, |object| {
            MEMBERS
                .iter()
                .copied()
                .filter(|name| object.contains_key(*name))
                .collect()
        });
        Self {
            format: Format::Json,
            members,
            heard: Heard::new(length, &words),
            password_field: false,
            known: None,
            recovered: false,
        }
    }
}

/// Every name with its value is a sentence of its own.
fn collect(name: &str, value: &Value, words: &mut Words, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, value)| collect(name, value, words, depth + 1)),
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect(name, item, words, depth + 1)),
        Value::String(text) => words.add_pair(name, &plain(own::beginning(text))),
        Value::Number(number) => words.add_pair(name, &number.to_string()),
        Value::Bool(true) => words.add_pair(name, "true"),
        // `"mfaRequired": false` says the contrary of its name, so the name's words are not left to stand alone.
        Value::Bool(false) => words.add_pair(&in_one_word(name), "false"),
        Value::Null => words.add_pair(name, "null"),
    }
}

/// The text of every element, and that text once more with the element's name before it, as of a JSON member.
fn of_xml(markup: &str) -> Words {
    let mut words = Words::of(&without_tags(markup));
    for piece in markup.split('<') {
        let Some((tag, text)) = piece.split_once('>') else {
            continue;
        };
        let name = tag
            .split([' ', '\n', '\t', '\r'])
            .next()
            .unwrap_or_default();
        let opens = !name.starts_with(['/', '?', '!']) && !tag.ends_with('/');
        if opens && !text.trim().is_empty() {
            let local = name.rsplit(':').next().unwrap_or_default();
            words.add_pair(local, text.trim());
        }
    }
    words
}

/// A sentence that frameworks and web servers add to every 401, whatever its reason, and that so says nothing.
const ALWAYS_SAID: (&str, &str) = (
    "You either supplied the wrong credentials",
    "how to supply the credentials required",
);

pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let (begin, end) = ALWAYS_SAID;
    match text
        .split_once(begin)
        .map(|(before, rest)| (before, rest.split_once(end)))
    {
        Some((before, Some((_, after)))) => Cow::Owned(format!("{before}{after}")),
        _ => Cow::Borrowed(text),
    }
}

fn in_one_word(name: &str) -> String {
    let kept = name.chars().filter(|character| character.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

fn markup(mime: &str, text: &str) -> Format {
    let mime = mime.to_ascii_lowercase();
    let head: String = text
        .chars()
        .take(256)
        .collect::<String>()
        .to_ascii_lowercase();
    if head.starts_with("<!doctype html")
        || head.contains("<html")
        || (mime.contains("html") && head.contains('<'))
    {
        Format::Html
    } else if head.starts_with("<?xml") || (mime.contains("xml") && head.starts_with('<')) {
        Format::Xml
    } else {
        Format::Text
    }
}

/// The text between the tags; scripts and styles are left out, each tag ends a sentence.
pub(super) fn without_tags(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let hidden = ["script", "style", "svg"].iter().find(|name| {
            after
                .get(..name.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(name))
        });
        let end = hidden.map_or_else(|| ">".to_owned(), |name| format!("</{name}>"));
        rest = skip_past(after, &end);
        text.push('\n');
    }
    text.push_str(rest);
    text.replace("&nbsp;", " ")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// What comes after `end` (ASCII, case-insensitive), or nothing.
pub(super) fn skip_past<'a>(text: &'a str, end: &str) -> &'a str {
    let at = text
        .as_bytes()
        .windows(end.len())
        .position(|window| window.eq_ignore_ascii_case(end.as_bytes()));
    at.and_then(|at| text.get(at.saturating_add(end.len())..))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{BodyFacts, Format, without_tags};

    #[test]
    fn the_form_is_told_by_the_text_and_not_by_its_label() {
        for (mime, text, format) in [
            ("text/plain", "{\"error\":\"x\"}", Format::Json),
            ("application/json", "<!DOCTYPE html><p>x", Format::Html),
            ("text/xml", "<?xml version='1.0'?><Error/>", Format::Xml),
            ("text/html", "Unauthorized", Format::Text),
            ("text/html", " \n", Format::Empty),
        ] {
            assert_eq!(BodyFacts::read(mime, text).format, format, "{text}");
        }
    }

    #[test]
    fn what_is_kept_reads_back_as_the_same() {
        for text in [
            "{\"error\":\"invalid_token\",\"message\":\"jwt expired\"}",
            "Unauthorized",
            "<html><input type=\"password\"></html>",
        ] {
            let facts = BodyFacts::read("", text);
            assert_eq!(BodyFacts::read("", &facts.keep()), facts);
        }
    }

    #[test]
    fn scripts_and_styles_are_not_read() {
        let text =
            without_tags("<title>Sign in</title><script>var expired = 1 < 2;</script><p>Hello</p>");
        assert!(text.contains("Sign in") && text.contains("Hello") && !text.contains("expired"));
    }
}
