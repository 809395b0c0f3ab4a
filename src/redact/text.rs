//! Text that is kept, less what looks like a secret in it.

use super::Key;
use crate::speech;
use crate::token::standin::StandIn;

/// From this length on, a word of letters and digits is taken for a secret.
const TOKEN_LIKE: usize = 20;

/// Longest text that is kept.
const LONGEST: usize = 2_000;

/// The text with every word that looks like a secret replaced.
pub(super) fn scrubbed(text: &str, key: &Key) -> String {
    let text: String = text.chars().take(LONGEST).collect();
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest
            .find(|letter: char| !is_token_letter(letter))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if let Some((standin, after)) = leading_standin(rest) {
            kept.push_str(standin);
            rest = after;
            continue;
        }
        if looks_secret(word) {
            kept.push_str(&key.cut(word));
        } else {
            kept.push_str(word);
        }
        let mut letters = after.chars();
        kept.extend(letters.next());
        rest = letters.as_str();
    }
    kept
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
    anew
}

/// A name that is kept where nothing in it looks like a secret. No stand-in takes its place: what reads names would
/// part it at its signs.
pub(super) fn name(text: &str, key: &Key) -> String {
    if scrubbed(text, key) == text {
        text.to_owned()
    } else {
        "redacted".to_owned()
    }
}

/// A stand-in at the beginning of a text, and what comes after it.
pub(super) fn leading_standin(text: &str) -> Option<(&str, &str)> {
    let end = text.find(')').filter(|_| text.starts_with("redacted("))?;
    let (standin, after) = text.split_at_checked(end.checked_add(1)?)?;
    StandIn::parse(standin).map(|_| (standin, after))
}

fn is_token_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-' | '+' | '=' | '~')
}

/// Long and mixed, a long number, or with an at sign: nothing that a person chose as a name.
pub(super) fn looks_secret(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let length = word.chars().count();
    (length >= TOKEN_LIKE && letters > 0 && digits > 0)
        || (digits >= 12 && letters == 0)
        || length >= 64
        || word.contains('@')
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
