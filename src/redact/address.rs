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

/// The URL as far as it may be kept.
pub(super) fn redacted(url: &str, key: &Key) -> String {
    let (url, _) = url.split_once('#').unwrap_or((url, ""));
    // Such URLs carry their content, or the digest of it.
    if let Some(scheme) = ["data:", "javascript:"].iter().find(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    }) {
        return format!("{scheme},");
    }
    let (before, query) = url
        .split_once('?')
        .map_or((url, None), |(before, query)| (before, Some(query)));
    let (scheme, rest) = before
        .split_once("://")
        .map_or(("", before), |(scheme, rest)| (scheme, rest));
    let (authority, path) = rest
        .split_once('/')
        .map_or((rest, None), |(authority, path)| (authority, Some(path)));
    let host = if scheme.is_empty() {
        authority
    } else {
        authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host)
    };
    let mut kept = String::with_capacity(url.len());
    if !scheme.is_empty() {
        kept.push_str(scheme);
        kept.push_str("://");
    }
    kept.push_str(&if scheme.is_empty() {
        segment(host, key)
    } else {
        host.to_owned()
    });
    if let Some(path) = path {
        for part in path.split('/') {
            kept.push('/');
            kept.push_str(&segment(part, key));
        }
    }
    if let Some(query) = query {
        let pairs: Vec<String> = query.split('&').map(|pair| parameter(pair, key)).collect();
        kept.push('?');
        kept.push_str(&pairs.join("&"));
    }
    kept
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
