//! What is cut out of names, and how any cut looks to a reader.
//!
//! A stand-in has signs that would part a name, so a piece of a name is cut to `~32x.9f3a2b1c~`: its length, `x` where
//! it was hexadecimal, and its tag, by which equal names stay equal.

use std::borrow::Cow;

use super::judge::{self, Bar};
use super::{Key, text};
use crate::facts::names;
use crate::knowledge;
use crate::token::standin::StandIn;

/// How a cut is shown to people.
const SHOWN: char = '…';

/// So many fragments may stand in a name of which no word is known.
const FRAGMENTS: usize = 3;

/// The name with every piece of it cut that does not read like a word. What providers are known by stays.
pub(super) fn name(name: &str, key: &Key) -> String {
    name_by(name, &|piece| key.tag(piece))
}

/// As [`name`], with tags by a function.
pub(crate) fn name_by(name: &str, tag: &dyn Fn(&str) -> String) -> String {
    if judge::reads_like_words(name, Bar::Readable) || names::is_listed_key_field(name) {
        return name.to_owned();
    }
    let (begin, rest) = knowledge::known_beginning(name).unwrap_or(("", name));
    format!("{begin}{}", unknown_name(rest, tag))
}

fn unknown_name(name: &str, tag: &dyn Fn(&str) -> String) -> String {
    if leading(name).is_some_and(|(_, after)| after.is_empty()) {
        return name.to_owned();
    }
    if !judge::is_plain(name) || name.contains('@') {
        return blank(name, tag);
    }
    let pieces = pieces(name);
    let known = pieces
        .iter()
        .any(|piece| judge::is_listed_word(&piece.to_ascii_lowercase()))
        || pieces.iter().any(|piece| leading(piece).is_some());
    let words = pieces
        .iter()
        .filter(|piece| piece.chars().all(char::is_alphabetic))
        .count();
    if !known && (words > 1 || pieces.len() > FRAGMENTS * 2) {
        return blank(name, tag);
    }
    let dotted = name.trim_start_matches('.').contains('.');
    pieces
        .into_iter()
        .map(|piece| {
            let is_word = piece.starts_with(char::is_alphanumeric);
            let kept = judge::is_run_of_words(piece) && (!dotted || judge::is_listed(piece));
            if is_word && !kept {
                cut_run(piece, tag)
            } else {
                piece.to_owned()
            }
        })
        .collect()
}

/// The name in its parts: runs of letters and digits, blanks, and what stands between.
fn pieces(name: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let length = if let Some((blank, _)) = leading(rest) {
            blank.len()
        } else if first.is_alphanumeric() {
            rest.find(|letter: char| !letter.is_alphanumeric())
                .unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

/// What a name ends with where it is one of a credential: it tells what the rest is called after.
const ROLES: &[&str] = &[
    "token", "session", "secret", "cookie", "csrf", "auth", "user", "key", "sid", "jwt",
];

/// The run cut, but for a role at its end: `girderToken`, `merchantkey`.
fn cut_run(run: &str, tag: &dyn Fn(&str) -> String) -> String {
    let lower = run.to_ascii_lowercase();
    let role = ROLES
        .iter()
        .find(|role| lower.ends_with(*role))
        .map_or(0, |role| role.len());
    match run.split_at_checked(run.len().saturating_sub(role)) {
        Some((rest, role)) if !rest.is_empty() && rest.is_ascii() => {
            format!("{}{role}", blank(rest, tag))
        }
        _ => blank(run, tag),
    }
}

fn blank(piece: &str, tag: &dyn Fn(&str) -> String) -> String {
    let mark = if is_hexadecimal(piece) { "x" } else { "" };
    format!("~{}{mark}.{}~", piece.len(), tag(piece))
}

fn is_hexadecimal(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A blank at the beginning of a text, and what comes after it.
fn leading(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('~')?;
    let (inner, _) = inner.split_once('~')?;
    let (length, tag) = inner.split_once('.')?;
    let length = length.strip_suffix('x').unwrap_or(length);
    let fits = (1..=6).contains(&length.len())
        && length.bytes().all(|byte| byte.is_ascii_digit())
        && tag.len() == 8
        && is_hexadecimal(tag);
    fits.then(|| text.split_at_checked(inner.len().checked_add(2)?))
        .flatten()
}

/// Whether a name that may have been cut goes on with at least `least` hexadecimal digits and nothing else.
pub(crate) fn is_digest(rest: &str, least: usize) -> bool {
    let whole = rest.len() >= least && is_hexadecimal(rest);
    whole
        || leading(rest).is_some_and(|(blank, after)| {
            let length = blank
                .trim_start_matches('~')
                .split_once("x.")
                .and_then(|(length, _)| length.parse::<usize>().ok());
            after.is_empty() && length.is_some_and(|length| length >= least)
        })
}

/// The text with new tags in its blanks.
pub(super) fn keyed_anew(text: &str, key: &Key) -> String {
    let mut anew = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('~') {
        let (before, here) = rest.split_at_checked(at).unwrap_or((rest, ""));
        anew.push_str(before);
        match leading(here) {
            Some((blank, after)) => {
                let (length, tag) = blank
                    .trim_matches('~')
                    .split_once('.')
                    .unwrap_or((blank, ""));
                anew.extend(["~", length, ".", &key.tag(tag), "~"]);
                rest = after;
            }
            None => {
                anew.push('~');
                rest = here.strip_prefix('~').unwrap_or_default();
            }
        }
    }
    anew.push_str(rest);
    anew
}

/// The text as people read it: an ellipsis for all that was cut.
pub(crate) fn readable(text: &str) -> Cow<'_, str> {
    if !text.contains("redacted(") && !text.contains('~') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(shown(text, |_| String::new()))
}

/// As [`readable`], with the tag behind each ellipsis: what differs stays apart.
pub(crate) fn readable_apart(text: &str) -> String {
    shown(text, tag_of)
}

/// A piece of a redacted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// What was kept, as it stood.
    Kept(&'a str),
    /// What stands for something that was cut.
    Cut(&'a str),
}

/// A redacted text in its pieces, in order.
pub(crate) fn pieces_of(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut from = 0_usize;
    while let Some(sign) = rest.get(from..).and_then(|rest| rest.find(['r', '~'])) {
        let at = from.saturating_add(sign);
        let (kept, here) = rest.split_at_checked(at).unwrap_or((rest, ""));
        match text::leading_standin(here).or_else(|| leading(here)) {
            Some((cut, after)) => {
                if !kept.is_empty() {
                    pieces.push(Piece::Kept(kept));
                }
                pieces.push(Piece::Cut(cut));
                rest = after;
                from = 0;
            }
            // Both signs are one byte long.
            None => from = at.saturating_add(1),
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Kept(rest));
    }
    pieces
}

/// The tag of something that was cut: equal for equal secrets.
pub(crate) fn tag_of(cut: &str) -> String {
    let tag = StandIn::parse(cut).map(|standin| standin.tag().to_owned());
    tag.unwrap_or_else(|| {
        let blank = cut.trim_matches('~');
        blank.split('.').next_back().unwrap_or_default().to_owned()
    })
}

fn shown(text: &str, after_each: impl Fn(&str) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    for piece in pieces_of(text) {
        match piece {
            Piece::Kept(kept) => shown.push_str(kept),
            Piece::Cut(cut) => {
                shown.push(SHOWN);
                shown.push_str(&after_each(cut));
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{is_digest, keyed_anew, name, readable};
    use crate::redact::Key;

    fn cut(text: &str) -> String {
        let key = Key::of(b"0123456789abcdef");
        let once = name(text, &key);
        assert_eq!(name(&once, &Key::of(b"another")), once, "{text}");
        readable(&once).into_owned()
    }

    #[test]
    fn names_in_use_stay_and_what_is_no_word_goes() {
        for kept in [
            "sid",
            "__Host-session",
            "connect.sid",
            ".AspNetCore.Cookies",
            "next-auth.session-token",
            "X-Api-Key",
            "XSRF-TOKEN",
        ] {
            assert_eq!(cut(kept), kept);
        }
        for (text, shown) in [
            ("CANARY12gH9jK2mN5pQ8sT1vW4", "…"),
            ("u_canary09%40mail.example", "…"),
            ("ada@mail.example", "…"),
            ("_ga_JTRFJZCJ7C", "_ga_…"),
            ("sb-xkqzjwvbpfqd-auth-token", "sb-…-auth-token"),
            ("session.ada.lovelace", "session.ada.…"),
            ("SESS49960de5880e8c687434170f6476605b", "SESS…"),
            (
                "wordpress_logged_in_49960de5880e8c687434170f6476605b",
                "wordpress_logged_in_…",
            ),
        ] {
            assert_eq!(cut(text), shown, "{text}");
        }
    }

    #[test]
    fn a_cut_digest_is_still_one() {
        let key = Key::of(b"k");
        let cut = name("SESS49960de5880e8c687434170f6476605b", &key);
        assert!(
            is_digest(cut.strip_prefix("SESS").unwrap_or_default(), 32),
            "{cut}"
        );
        assert!(
            !is_digest("~31x.0a0a0a0a~", 32)
                && !is_digest("~40.0a0a0a0a~", 32)
                && is_digest(&"0a".repeat(16), 32)
        );
    }

    #[test]
    fn an_export_has_tags_of_its_own() {
        let key = Key::of(b"k");
        let cut = name("_ga_JTRFJZCJ7C", &key);
        let anew = keyed_anew(&cut, &Key::of(b"another"));
        assert!(anew != cut && readable(&anew) == "_ga_…", "{anew}");
        assert_eq!(keyed_anew("~user/~", &key), "~user/~");
    }
}
