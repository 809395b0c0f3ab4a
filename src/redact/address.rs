//! URLs: credentials and fragments go, query values and whatever does not read like words is replaced.
//!
//! Hosts stay: everything hangs on them, and whoever sees the page sees them.

use super::judge::{self, Bar};
use super::{Key, text, value};
use crate::token::credential::{self, Kind};
use crate::token::standin::StandIn;

/// Such URLs carry their content, or the digest of it.
const OPAQUE: &[&str] = &["data:", "javascript:"];

/// Schemes whose authority is a host of the network.
const OF_NETWORK: &[&str] = &["http", "https", "ws", "wss", "ftp"];

/// What stands for a scheme that was cut.
const CUT: &str = "redacted";

/// The URL as far as it may be kept.
pub(super) fn redacted(url: &str, key: &Key) -> String {
    let (url, _) = url.split_once('#').unwrap_or((url, ""));
    let begins = |scheme: &&&str| {
        url.get(..scheme.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    };
    if let Some(scheme) = OPAQUE.iter().find(begins) {
        return format!("{scheme},");
    }
    let (before, query) = parted(url, '?');
    let mut kept = match before.split_once("://") {
        Some((scheme, rest)) if is_scheme(scheme) => {
            let (authority, path) = parted(rest, '/');
            let host = authority.rsplit('@').next().unwrap_or_default();
            let plain = scheme.strip_prefix("blob:").unwrap_or(scheme);
            let host = if OF_NETWORK
                .iter()
                .any(|known| known.eq_ignore_ascii_case(plain))
                && is_host(host)
            {
                host.to_owned()
            } else {
                segment(host, key)
            };
            format!("{}://{host}{}", of_scheme(scheme), segments(path, key))
        }
        _ => {
            let (first, path) = parted(before, '/');
            segment(first, key) + &segments(path, key)
        }
    };
    if let Some(query) = query {
        let pairs: Vec<String> = query.split('&').map(|pair| parameter(pair, key)).collect();
        kept.push('?');
        kept.push_str(&pairs.join("&"));
    }
    kept
}

/// The addresses of a list, parted by spaces or commas.
pub(super) fn list(text: &str, key: &Key) -> String {
    let parts = text.split_inclusive([' ', ',']);
    parts
        .map(|part| {
            let one = part.trim_end_matches([' ', ',']);
            redacted(one, key) + part.strip_prefix(one).unwrap_or_default()
        })
        .collect()
}

/// RFC 3986, 3.1; `blob:` stands before another.
fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.:".contains(&byte))
}

/// Applications make up schemes of their own, and put into them what they like.
fn of_scheme(scheme: &str) -> &str {
    let kept = scheme.split(':').all(|part| {
        OF_NETWORK.contains(&part.to_ascii_lowercase().as_str())
            || part == "blob"
            || judge::is_listed(part)
    });
    if kept { scheme } else { CUT }
}

fn is_host(host: &str) -> bool {
    host.chars()
        .all(|letter| letter.is_alphanumeric() || "-._:[]%".contains(letter))
}

/// What stands before a sign and, where it is there, after it.
fn parted(text: &str, sign: char) -> (&str, Option<&str>) {
    text.split_once(sign)
        .map_or((text, None), |(before, after)| (before, Some(after)))
}

/// The segments of a path, each after its slash.
fn segments(path: Option<&str>, key: &Key) -> String {
    path.into_iter()
        .flat_map(|path| path.split('/'))
        .flat_map(|part| ["/".to_owned(), segment(part, key)])
        .collect()
}

/// A segment with its parameters, `orders;jsessionid=…` (RFC 3986, 3.3): their names stay.
fn segment(part: &str, key: &Key) -> String {
    let mut pieces = part.split(';');
    let first = plain_segment(pieces.next().unwrap_or_default(), key);
    let parameters = pieces.map(|piece| match name_and_value(piece) {
        (name, Some(value)) if !value.is_empty() => {
            format!("{}={}", plain_segment(name, key), key.cut(value))
        }
        _ => plain_segment(piece, key),
    });
    let all: Vec<String> = std::iter::once(first).chain(parameters).collect();
    all.join(";")
}

/// What stands before and after the first equals sign that is none of a stand-in's own.
fn name_and_value(pair: &str) -> (&str, Option<&str>) {
    let (standin, rest) = text::leading_standin(pair).unwrap_or(("", pair));
    match rest.find('=') {
        Some(at) => {
            let (name, value) = pair
                .split_at_checked(standin.len().saturating_add(at))
                .unwrap_or((pair, ""));
            (name, value.strip_prefix('='))
        }
        None => (pair, None),
    }
}

fn plain_segment(part: &str, key: &Key) -> String {
    if StandIn::parse(part).is_some() {
        return part.to_owned();
    }
    let kept = match credential::read(part).kind {
        Kind::Empty | Kind::Placeholder(_) => true,
        Kind::Opaque => judge::reads_like_words(part, Bar::Readable),
        _ => false,
    };
    if kept {
        part.to_owned()
    } else {
        file(part, key).unwrap_or_else(|| key.cut(part))
    }
}

/// A script's name, `main.3f2a9b1c.js`: of its pieces only what is on the list stays.
fn file(part: &str, key: &Key) -> Option<String> {
    let (stem, ending) = part.rsplit_once('.')?;
    let of_code = ["js", "mjs", "cjs", "ts", "tsx", "jsx", "vue", "css", "map"].contains(&ending);
    if !of_code || part.contains(['@', '%']) {
        return None;
    }
    let mut kept = String::new();
    let mut rest = stem;
    while !rest.is_empty() {
        if let Some((standin, after)) = text::leading_standin(rest) {
            kept.push_str(standin);
            rest = after;
            continue;
        }
        let end = rest.find(['.', '-', '_', '~']).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end)?;
        if piece.is_empty() || judge::is_listed(piece) {
            kept.push_str(piece);
        } else {
            kept.push_str(&key.cut(piece));
        }
        let mut letters = after.chars();
        kept.extend(letters.next());
        rest = letters.as_str();
    }
    Some(format!("{kept}.{ending}"))
}

fn parameter(pair: &str, key: &Key) -> String {
    match name_and_value(pair) {
        (name, Some(value)) => {
            let value = value::of_parameter(&name.to_ascii_lowercase(), value, key);
            format!("{}={value}", segment(name, key))
        }
        (name, None) => segment(name, key),
    }
}
