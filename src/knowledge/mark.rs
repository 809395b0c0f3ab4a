//! The marks by which products are known in a response, and which redaction therefore keeps.

use super::product::ALL;
use crate::redact;

/// What shows a product in a response. Names and values are compared without regard to case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The response has this header field.
    Header(&'static str),
    /// The response has a header field whose name begins so.
    HeaderPrefix(&'static str),
    /// The header field's value begins so, with whole words.
    HeaderValue(&'static str, &'static str),
    /// The header field's value holds this.
    HeaderHolds(&'static str, &'static str),
    /// A cookie whose name begins so was sent or set.
    Cookie(&'static str),
    /// A cookie whose name begins so and goes on with nothing but 32 hexadecimal digits or more was sent or set.
    CookieHash(&'static str),
    /// A challenge of this scheme whose realm begins so.
    Realm(&'static str, &'static str),
    /// A challenge of this scheme.
    Scheme(&'static str),
    /// A cookie whose name begins so was set.
    SetsCookie(&'static str),
    /// A challenge of this scheme whose realm is the host that was asked.
    RealmOfHost(&'static str),
    /// A challenge of this scheme, and nothing more in it.
    BareScheme(&'static str),
    /// The body is a JSON object with just these outermost members, those aside that nobody lists.
    Members(&'static [&'static str]),
}

/// Every mark that stands in some product's file: what redaction must keep, so that it can be looked for.
fn every_mark() -> impl Iterator<Item = &'static Mark> {
    ALL.iter().flat_map(|product| {
        let signs = product.refuses.iter().chain(product.answers);
        let overwrites = product.overwrites_authorization.iter();
        product
            .marks
            .iter()
            .chain(signs.flat_map(|sign| sign.all))
            .chain(overwrites.flat_map(|one| one.marks))
    })
}

/// A name of a field or cookie parted behind the beginning by which a product is known, the longest that fits.
pub fn known_beginning(name: &str) -> Option<(&str, &str)> {
    let lengths = every_mark().filter_map(|mark| match mark {
        Mark::Header(known) | Mark::HeaderValue(known, _) | Mark::HeaderHolds(known, _) => {
            known.eq_ignore_ascii_case(name).then_some(known.len())
        }
        Mark::HeaderPrefix(begin) | Mark::Cookie(begin) | Mark::SetsCookie(begin) => {
            let fits = name.get(..begin.len())?.eq_ignore_ascii_case(begin);
            fits.then_some(begin.len())
        }
        Mark::CookieHash(begin) => {
            let fits = name.get(..begin.len())?.eq_ignore_ascii_case(begin);
            let digest = name
                .get(begin.len()..)
                .is_some_and(|rest| redact::is_digest(rest, 32));
            (fits && digest).then_some(begin.len())
        }
        _ => None,
    });
    lengths
        .max()
        .and_then(|length| name.split_at_checked(length))
}

/// The beginning of a realm by which a product is known, the longest that fits.
pub fn realm_in(value: &str) -> Option<&str> {
    let begins = every_mark().filter_map(|mark| match mark {
        Mark::Realm(_, begin) => value
            .get(..begin.len())
            .filter(|found| found.eq_ignore_ascii_case(begin)),
        _ => None,
    });
    begins.max_by_key(|begin| begin.len())
}

/// The marks that a header field's value bears, in their own words: all that is kept of a field that is not listed.
pub fn marks_in(name: &str, value: &str) -> String {
    let lower = value.to_ascii_lowercase();
    let begins = every_mark().filter_map(|mark| match mark {
        Mark::HeaderValue(field, begin)
            if field.eq_ignore_ascii_case(name) && begins_with_words(value, begin) =>
        {
            Some(*begin)
        }
        _ => None,
    });
    let mut kept: Vec<&str> = begins.max_by_key(|begin| begin.len()).into_iter().collect();
    // Nothing that is held may stand where a beginning would be looked for.
    if kept.is_empty() {
        kept.push("…");
    }
    kept.extend(every_mark().filter_map(|mark| match mark {
        Mark::HeaderHolds(field, part)
            if field.eq_ignore_ascii_case(name) && lower.contains(&part.to_ascii_lowercase()) =>
        {
            Some(*part)
        }
        _ => None,
    }));
    kept.dedup();
    kept.join(" ")
}

/// Whether a value begins so, and not in the midst of a word: `Apache-Coyote` does not begin with `Apache`.
pub fn begins_with_words(value: &str, begin: &str) -> bool {
    let goes_on = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    value
        .as_bytes()
        .split_at_checked(begin.len())
        .is_some_and(|(head, rest)| {
            let open = head.last().is_some_and(u8::is_ascii_alphanumeric);
            head.eq_ignore_ascii_case(begin.as_bytes())
                && !(open && rest.first().copied().is_some_and(goes_on))
        })
}
