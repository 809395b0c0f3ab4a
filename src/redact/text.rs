//! Text that is kept, less what looks like a secret in it.

use super::judge::{self, Bar};
use super::{Key, blank};
use crate::speech;
use crate::token::standin::StandIn;

/// Longest text that is kept.
const LONGEST: usize = 2_000;

/// What parts the words of a text; points, colons, hyphens and the like stand within them.
const SIGNS: &[char] = &[
    ' ', '\t', '\r', '\n', ',', ';', '=', '/', '"', '\'', '(', ')', '<', '>', '[', ']', '{', '}',
    '|', '&', '?', '*',
];

/// The text with every word replaced that does not read like one.
pub(super) fn scrubbed(text: &str, bar: Bar, key: &Key) -> String {
    by_word(text, |word| {
        if judge::reads_like_words(word, bar) {
            word.to_owned()
        } else {
            key.cut(word)
        }
    })
}

/// A method (RFC 9110, 9.1; WebDAV): words in capitals.
pub(super) fn method(method: &str, key: &Key) -> String {
    scrubbed(method, Bar::Listed, key)
}

/// The name of a browser's network error, such as `net::ERR_FAILED` and `NS_ERROR_DOM_BAD_URI`, and what reads like
/// words beside it.
pub(super) fn error(error: &str, key: &Key) -> String {
    by_word(error, |word| {
        let named = word
            .strip_prefix("net::")
            .unwrap_or(word)
            .split('_')
            .all(|part| judge::is_listed(part) || matches!(part, "NS" | "ERR" | "DOM" | "URI"));
        if named || judge::reads_like_words(word, Bar::Readable) {
            word.to_owned()
        } else {
            key.cut(word)
        }
    })
}

/// The text with each of its words as `kept` gives it; stand-ins stay.
pub(super) fn by_word(text: &str, kept: impl Fn(&str) -> String) -> String {
    let text: String = text.chars().take(LONGEST).collect();
    let mut all = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while !rest.is_empty() {
        if let Some((standin, after)) = leading_standin(rest) {
            all.push_str(standin);
            rest = after;
            continue;
        }
        let (word, after) = rest
            .split_at_checked(rest.find(SIGNS).unwrap_or(rest.len()))
            .unwrap_or((rest, ""));
        if !word.is_empty() {
            all.push_str(&kept(word));
        }
        let mut letters = after.chars();
        all.extend(letters.next());
        rest = letters.as_str();
    }
    all
}

/// The text with new tags in its stand-ins.
pub(super) fn keyed_anew(text: &str, key: &Key) -> String {
    let mut anew = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, _)) = rest.split_once("redacted(") {
        anew.push_str(before);
        let here = rest.strip_prefix(before).unwrap_or_default();
        let (standin, after) =
            leading_standin(here).unwrap_or_else(|| here.split_at_checked(1).unwrap_or((here, "")));
        match StandIn::parse(standin) {
            Some(parsed) => anew.push_str(&parsed.retagged(|tag| key.tag(tag)).to_string()),
            None => anew.push_str(standin),
        }
        rest = after;
    }
    anew.push_str(rest);
    blank::keyed_anew(&anew, key)
}

/// A stand-in at the beginning of a text, and what comes after it.
pub(super) fn leading_standin(text: &str) -> Option<(&str, &str)> {
    let end = text.find(')').filter(|_| text.starts_with("redacted("))?;
    let (standin, after) = text.split_at_checked(end.checked_add(1)?)?;
    StandIn::parse(standin).map(|_| (standin, after))
}

/// The reason phrase: kept where it is a registered one, else only what is said in it.
pub(super) fn reason(phrase: &str) -> String {
    const REGISTERED: &[&str] = &[
        "",
        "OK",
        "Created",
        "Accepted",
        "No Content",
        "Moved Permanently",
        "Found",
        "See Other",
        "Not Modified",
        "Temporary Redirect",
        "Permanent Redirect",
        "Bad Request",
        "Unauthorized",
        "Payment Required",
        "Forbidden",
        "Not Found",
        "Method Not Allowed",
        "Proxy Authentication Required",
        "Conflict",
        "Too Many Requests",
        "Internal Server Error",
        "Bad Gateway",
        "Service Unavailable",
        "Gateway Timeout",
        "Authorization Required",
        "Access Denied",
        "Not Authorized",
        "Network Authentication Required",
    ];
    REGISTERED
        .iter()
        .find(|known| known.eq_ignore_ascii_case(phrase))
        .map_or_else(
            || speech::hear(phrase).to_string(),
            |known| (*known).to_owned(),
        )
}
