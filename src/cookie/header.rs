//! The `Cookie` field of a request: RFC 6265bis 4.2.

use super::value;
use crate::exchange::{Entry, Exchange};

/// The pairs of a `Cookie` field, in order; a nameless cookie has an empty name.
pub fn pairs(field: &str) -> impl Iterator<Item = (&str, &str)> {
    field
        .split(';')
        .map(value::pair)
        .filter(|(name, value)| name.is_some() || !value.is_empty())
        .map(|(name, value)| (name.unwrap_or_default(), value))
}

/// What the request sent, if that can be known.
///
/// A request with the field is known. One without it is known too, if the log is one that would show it: either the
/// jar was read with it, which only our own capture does, or it holds the fields that every browser sends, and
/// cookies elsewhere. A browser's sanitised export has none of these.
pub fn sent<'a>(exchange: &'a Exchange, entry: &'a Entry) -> Option<Vec<(&'a str, &'a str)>> {
    let fields: Vec<&str> = entry.request.headers("cookie").collect();
    if fields.is_empty()
        && !was_captured(exchange, entry)
        && !(is_whole(entry) && shows_cookies(exchange))
    {
        return None;
    }
    Some(fields.into_iter().flat_map(pairs).collect())
}

fn was_captured(exchange: &Exchange, entry: &Entry) -> bool {
    exchange.jar.is_some() && !entry.request.fields().is_empty()
}

fn is_whole(entry: &Entry) -> bool {
    ["user-agent", "accept", "host", ":authority"]
        .iter()
        .any(|name| entry.request.header(name).is_some())
}

fn shows_cookies(exchange: &Exchange) -> bool {
    exchange.entries.iter().any(|entry| {
        entry.request.header("cookie").is_some() || entry.response.header("set-cookie").is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn a_field_is_split_into_its_pairs() {
        let found: Vec<_> = pairs("a=1; b=2=3; c; =d").collect();
        assert_eq!(found, [("a", "1"), ("b", "2=3"), ("", "c"), ("", "d")]);
        assert_eq!(pairs(" ; ").count(), 0);
    }
}
