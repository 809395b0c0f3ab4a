//! How much of a message is read. Servers and pages choose how much they send; nobody needs more of it than this.
//!
//! What was cut is noted in [`Entry::cut`], for what is not there then says nothing. Credentials and cookies are never
//! cut: half a token is another token, and browsers hold up to 180 cookies for a site.

use crate::cookie::set_cookie::SetCookie;
use crate::exchange::{Cut, Entry, Field};
use crate::facts::names;
use crate::http::challenge;

/// Octets of an address.
pub const ADDRESS: usize = 4_096;
/// Octets of a field's value.
pub const VALUE: usize = 8_192;
/// Challenges of a response.
pub const CHALLENGES: usize = challenge::MOST;
/// `Set-Cookie` lines of a response.
pub const SET_COOKIES: usize = 60;
/// Fields of a message.
pub const FIELDS: usize = 200;

/// How a stand-in begins; see [`crate::token::standin`].
const STAND_IN: &str = "redacted(";

/// Cuts what is more than this, and notes it.
pub(super) fn keep(entry: &mut Entry) {
    let mut cut = Vec::new();
    let mut note = |was_cut: bool, what: Cut| {
        if was_cut {
            cut.push(what);
        }
    };
    note(address(&mut entry.request.url), Cut::Address);
    let messages = [&mut entry.request.headers, &mut entry.response.headers];
    for fields in messages.into_iter().flatten() {
        note(set_cookies(fields), Cut::SetCookies);
        note(fields.len() > FIELDS, Cut::Fields);
        fields.truncate(FIELDS);
        note(values(fields), Cut::Value);
        note(challenges(fields) > CHALLENGES, Cut::Challenges);
    }
    entry.cut.extend(cut);
    entry.cut.sort_unstable();
    entry.cut.dedup();
}

/// Where a text of this length ends at the latest; not within a character or a stand-in.
fn end(text: &str, most: usize) -> usize {
    let mut ends = (0..=most).rev();
    let end = ends.find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let kept = text.get(..end).unwrap_or_default();
    kept.rfind(STAND_IN)
        .filter(|begin| !kept.get(*begin..).is_some_and(|rest| rest.contains(')')))
        .unwrap_or(end)
}

/// Cuts an address between two pairs of its query, else between two segments of its path: what is left of it is whole.
fn address(url: &mut String) -> bool {
    if url.len() <= ADDRESS {
        return false;
    }
    let kept = url.get(..end(url, ADDRESS)).unwrap_or_default();
    let place = kept.rfind(['&', '?', '#']).or_else(|| kept.rfind('/'));
    url.truncate(place.unwrap_or(0));
    true
}

fn values(fields: &mut [Field]) -> bool {
    let mut cut = false;
    for field in fields
        .iter_mut()
        .filter(|field| !is_credential(&field.name))
    {
        if field.value.len() > VALUE {
            field.value.truncate(end(&field.value, VALUE));
            cut = true;
        }
    }
    cut
}

fn is_credential(name: &str) -> bool {
    let whole = [
        "authorization",
        "proxy-authorization",
        "cookie",
        "set-cookie",
    ];
    whole.iter().any(|known| known.eq_ignore_ascii_case(name)) || names::is_key_field(name)
}

/// Keeps the first lines of `Set-Cookie`, several of which may stand in one field.
fn set_cookies(fields: &mut Vec<Field>) -> bool {
    let mut left = SET_COOKIES;
    let mut cut = false;
    fields.retain_mut(|field| {
        if !field.name.eq_ignore_ascii_case("set-cookie") {
            return true;
        }
        let lines: Vec<&str> = SetCookie::lines(&field.value).collect();
        if lines.len() <= left {
            left = left.saturating_sub(lines.len());
            return true;
        }
        let kept: Vec<&str> = lines.into_iter().take(left).collect();
        let kept = kept.join("\n");
        cut = true;
        left = 0;
        field.value = kept;
        !field.value.is_empty()
    });
    cut
}

fn challenges(fields: &[Field]) -> usize {
    let of = |name: &str| {
        let named = fields
            .iter()
            .filter(|field| field.name.eq_ignore_ascii_case(name));
        challenge::parse(named.map(|field| field.value.as_str()))
            .0
            .len()
    };
    of("www-authenticate").max(of("proxy-authenticate"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Request, Response};

    fn fields(all: &[(&str, String)]) -> Vec<Field> {
        let field = |(name, value): &(&str, String)| Field {
            name: (*name).to_owned(),
            value: value.clone(),
        };
        all.iter().map(field).collect()
    }

    fn answered(all: &[(&str, String)]) -> Entry {
        let mut entry = Entry {
            response: Response {
                headers: Some(fields(all)),
                ..Response::default()
            },
            ..Entry::default()
        };
        keep(&mut entry);
        entry
    }

    fn asked(url: String, all: &[(&str, String)]) -> Entry {
        let mut entry = Entry {
            request: Request {
                url,
                headers: Some(fields(all)),
                ..Request::default()
            },
            ..Entry::default()
        };
        keep(&mut entry);
        entry
    }

    #[test]
    fn a_message_of_common_size_is_kept_whole() {
        let entry = asked(
            "https://a.example/?q=1".to_owned(),
            &[("Accept", "x".repeat(VALUE))],
        );
        assert_eq!(entry.cut, []);
        assert_eq!(entry.request.url, "https://a.example/?q=1");
        assert_eq!(entry.request.fields()[0].value.len(), VALUE);
    }

    #[test]
    fn an_address_is_cut_between_pairs_and_segments() {
        let long = "x".repeat(ADDRESS);
        for (url, kept) in [
            (
                format!("https://a.example/p?token={long}"),
                "https://a.example/p",
            ),
            (
                format!("https://a.example/p?a=1&token={long}"),
                "https://a.example/p?a=1",
            ),
            (format!("https://a.example/p/{long}"), "https://a.example/p"),
        ] {
            let entry = asked(url, &[]);
            assert_eq!(
                (entry.request.url.as_str(), &entry.cut[..]),
                (kept, &[Cut::Address][..])
            );
        }
    }

    #[test]
    fn a_value_is_cut_between_characters_and_before_a_stand_in() {
        let umlauts = answered(&[("X-Error", "ä".repeat(VALUE))]);
        assert_eq!(umlauts.response.fields()[0].value.len(), VALUE);
        let spaces = " ".repeat(VALUE - 20);
        let stand_in = format!("{spaces}redacted(opaque!len=32!alpha=hex!tag=20)");
        let entry = answered(&[("X-Error", stand_in)]);
        assert_eq!(entry.response.fields()[0].value, spaces);
        assert_eq!(entry.cut, [Cut::Value]);
    }

    #[test]
    fn credentials_and_cookies_are_never_cut() {
        let token = "x".repeat(2 * VALUE);
        for name in ["Authorization", "Cookie", "X-Api-Key"] {
            let entry = asked(String::new(), &[(name, token.clone())]);
            assert_eq!(
                (entry.request.fields()[0].value.len(), entry.cut.len()),
                (2 * VALUE, 0)
            );
        }
    }

    #[test]
    fn so_many_set_cookie_lines_are_read_and_no_more() {
        let lines = |count: usize| vec!["a=b"; count].join("\n");
        let whole = answered(&[("Set-Cookie", lines(SET_COOKIES))]);
        assert_eq!(whole.cut, []);
        let entry = answered(&[
            ("Set-Cookie", lines(SET_COOKIES - 1)),
            ("set-cookie", lines(2)),
            ("Set-Cookie", lines(1)),
            ("Server", "x".to_owned()),
        ]);
        let kept = entry
            .response
            .headers("set-cookie")
            .flat_map(SetCookie::lines);
        assert_eq!(kept.count(), SET_COOKIES);
        assert_eq!(entry.response.header("server"), Some("x"));
        assert_eq!(entry.cut, [Cut::SetCookies]);
    }

    #[test]
    fn so_many_fields_and_challenges_are_read_and_no_more() {
        let entry = answered(&vec![("X-A", "b".to_owned()); FIELDS + 1]);
        assert_eq!(
            (entry.response.fields().len(), &entry.cut[..]),
            (FIELDS, &[Cut::Fields][..])
        );
        let challenges = vec![r#"Basic realm="x""#; CHALLENGES + 1].join(", ");
        let entry = answered(&[("WWW-Authenticate", challenges)]);
        assert_eq!(entry.cut, [Cut::Challenges]);
    }
}
