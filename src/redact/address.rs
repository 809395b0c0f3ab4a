//! URLs: credentials and fragments go, query values and path segments that look like secrets are replaced.

use super::{Key, text};
use crate::token::credential::{self, Kind};
use crate::token::standin::StandIn;

/// Query parameters whose values are no secrets, and which rules need.
const KEPT: &[&str] = &[
    "grant_type",
    "response_type",
    "response_mode",
    "prompt",
    "scope",
    "acr_values",
    "max_age",
    "error",
    "api-version",
    "x-amz-algorithm",
    "x-amz-date",
    "x-amz-expires",
    "x-amz-signedheaders",
    "code_challenge_method",
    "format",
    "limit",
    "offset",
    "page",
    "per_page",
    "v",
    "version",
    "lang",
    "sort",
    "order",
];

/// Longest value of a kept parameter.
const LONGEST: usize = 200;

/// Such URLs carry their content, or the digest of it.
const OPAQUE: &[&str] = &["data:", "javascript:"];

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
        Some((scheme, rest)) => {
            let (authority, path) = parted(rest, '/');
            let host = authority.rsplit('@').next().unwrap_or_default();
            format!("{scheme}://{host}{}", segments(path, key))
        }
        None => {
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
    let known = !matches!(
        credential::read(part).kind,
        Kind::Empty | Kind::Opaque | Kind::Placeholder(_)
    );
    let words = part
        .split(['.', ',', ':', '(', ')'])
        .any(|word| text::looks_secret(word) || word.contains("%40"));
    if known || words {
        key.cut(part)
    } else {
        part.to_owned()
    }
}

fn parameter(pair: &str, key: &Key) -> String {
    match name_and_value(pair) {
        (name, Some(value)) => {
            let lower = name.to_ascii_lowercase();
            let kept = value.len() <= LONGEST && KEPT.contains(&lower.as_str());
            let value = if kept {
                text::scrubbed(value, key)
            } else if value.is_empty() {
                String::new()
            } else {
                key.cut(value)
            };
            format!("{}={value}", segment(name, key))
        }
        (name, None) => segment(name, key),
    }
}
