//! Whether a piece of text reads like words, after full decoding: only then it may be kept.
//!
//! Judged is a piece: a path's segment, a name, a value. `work_packages`, `getProfile`, `v1.2` and `2023-05-03` are
//! kept; `canary01f8`, `482913`, `ada.lovelace` and `CANARYxWzRtYpLkJh` are not. An ordinary word that somebody chose
//! as a secret (`dragon`) cannot be told apart from any other: places that hold secrets are cut whatever stands in
//! them, and this judge is asked only for the others.

mod decode;
mod run;
mod word;

pub(super) use run::is_run_of_words;
pub(super) use word::is_known as is_listed_word;

/// Longer pieces are no names.
const LONGEST: usize = 100;

/// So many digits stand in a piece at most.
const DIGITS: usize = 4;

/// So many fragments that are too short to tell, such as `x` or `b3`, stand in a piece at most.
const FRAGMENTS: usize = 2;

/// How much of a piece has to be on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bar {
    /// Every word: where standards and products have the say.
    Listed,
    /// One of several; a single word need only look like one.
    Readable,
}

/// What a piece is made of.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    listed: usize,
    readable: usize,
    fragments: usize,
    digits: usize,
}

/// Whether the piece reads like words: it may be kept.
pub(crate) fn reads_like_words(piece: &str, bar: Bar) -> bool {
    let Some(plain) = decode::fully(piece) else {
        return false;
    };
    plain.len() <= LONGEST
        && !holds_address(&plain)
        && (is_version(&plain) || is_date(&plain) || is_made_of_words(&plain, bar))
}

/// Whether nothing is encoded in it.
pub(super) fn is_plain(text: &str) -> bool {
    decode::fully(text).is_some_and(|plain| plain == text)
}

/// Whether every word of the text is on the list.
pub(crate) fn is_listed(piece: &str) -> bool {
    reads_like_words(piece, Bar::Listed)
}

/// Whether one of its words is on the list, as in `Klaviyo-API-Key` and `DiadocAuth`.
pub(crate) fn holds_listed_word(piece: &str) -> bool {
    piece
        .split(|letter: char| !letter.is_alphanumeric())
        .flat_map(run::by_case)
        .any(|one| one.len() > 2 && word::is_known(&one.to_ascii_lowercase()))
}

/// Whether somebody is named as `user@host` somewhere in it.
fn holds_address(text: &str) -> bool {
    text.char_indices().any(|(at, letter)| {
        letter == '@'
            && text
                .get(..at)
                .and_then(|before| before.chars().next_back())
                .is_some_and(char::is_alphanumeric)
    })
}

fn is_made_of_words(text: &str, bar: Bar) -> bool {
    let mut tally = Tally::default();
    let runs = text.split(|letter: char| !letter.is_alphanumeric());
    for run in runs.filter(|run| !run.is_empty()) {
        match run::tally(run) {
            Some(of_run) => tally.add(of_run),
            None => return false,
        }
    }
    let words = tally.listed + tally.readable;
    let listed = match bar {
        Bar::Listed => tally.readable == 0,
        Bar::Readable => {
            (words + tally.fragments < 2 || words == 0 || tally.listed > 0)
                && (tally.readable == 0 || !is_dotted(text))
        }
    };
    listed && tally.fragments <= FRAGMENTS && tally.digits <= DIGITS
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.listed += other.listed;
        self.readable += other.readable;
        self.fragments += other.fragments;
        self.digits += other.digits;
    }
}

/// Whether a dot parts two words, as in `ada.lovelace`; the dot before a file's ending parts none.
fn is_dotted(text: &str) -> bool {
    let stem = match text.rsplit_once('.') {
        Some((stem, ending)) if word::is_ending(ending) => stem,
        _ => text,
    };
    stem.trim_matches('.').contains('.')
}

/// `1.2`, `v3`, `2.4.41`, `1.1.1k`, `v1beta1`.
fn is_version(text: &str) -> bool {
    let bare = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    let part = |part: &str| {
        let number = part.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
        let ending = part.len() - number.len();
        (1..=3).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && ending <= 1
    };
    let (bare, stage) = ["alpha", "beta", "rc", "preview"]
        .iter()
        .find_map(|stage| bare.split_once(stage))
        .map_or((bare, ""), |(before, after)| (before, after));
    digits <= 7
        && bare.trim_end_matches(['-', '.']).split('.').all(part)
        && bare.split('.').count() <= 4
        && stage.len() <= 2
        && stage.bytes().all(|byte| byte.is_ascii_digit())
        && (digits <= 3 || bare.contains('.'))
}

/// `2023-05-03`, `2024-01`, `v2023-05-03`: APIs name their versions so.
fn is_date(text: &str) -> bool {
    let bare = text.strip_prefix('v').unwrap_or(text);
    let bare = bare.strip_suffix("-preview").unwrap_or(bare);
    let mut parts = bare.split('-');
    let number = |part: Option<&str>, width: usize| {
        part.filter(|part| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let year = number(parts.next(), 4).is_some_and(|year| (1990..2090).contains(&year));
    let month = number(parts.next(), 2).is_some_and(|month| (1..=12).contains(&month));
    let day = parts.next();
    let fits = day.is_none() || number(day, 2).is_some_and(|day| (1..=31).contains(&day));
    year && month && fits && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::{Bar, is_listed, reads_like_words};

    #[test]
    fn what_developers_write_is_kept() {
        for piece in [
            "",
            "api",
            "v1",
            "v2.0",
            "v1beta1",
            "1.25.3",
            "2023-05-03",
            "2024-01",
            "oauth2",
            "work_packages",
            "getProfile",
            "AuthenticateByName",
            "wp-json",
            "index.html",
            "sign_in.json",
            "users.list",
            "merge_requests",
            "@me",
            "fr-FR",
            "us-east-1",
            "42",
            "whoami",
            "todolist",
            ".well-known",
            "openid-configuration",
            "{id}",
            "%7Bid%7D",
            "undefined",
            "null",
            "favicon.ico",
            "app.bsky.actor.getProfile",
        ] {
            assert!(reads_like_words(piece, Bar::Readable), "{piece}");
        }
    }

    #[test]
    fn what_may_be_a_secret_or_a_person_is_not() {
        for piece in [
            "canary01f8a7b6c5",
            "CANARY02xB3dE6gH9jK",
            "CANARYxWzRtYpLkJhGfDsAzX",
            "482913",
            "4829",
            "ada.lovelace",
            "Ada Lovelace",
            "ada_lovelace",
            "adaLovelace",
            "ada@mail.example",
            "ada%40mail",
            "ada%2540mail",
            "ada%25252540mail",
            "&#64;ada&#64;x",
            "ada\\u0040x",
            "deadbeef",
            "fdbacade",
            "6fa459ea-ee8a-3ca4-894e-db77e160355e",
            "Zq43x7",
            "hunter22",
            "password1",
            "summer2024",
            "a1-b2-c3-d4",
            "555-123-456",
            "4242-4242-4242-4242",
            "xkqzjwvb",
            "%63%61%6e%61%72%79%30%31%66%38",
            "T00000000",
            "Lovelace, Ada",
            "correcthorsebatterystaple1",
        ] {
            assert!(!reads_like_words(piece, Bar::Readable), "{piece}");
        }
    }

    #[test]
    fn what_fetch_metadata_and_storage_access_say_is_listed() {
        let values = "audioworklet cors cross-site document empty fencedframe iframe inactive active navigate \
            none no-cors nested-navigate same-origin same-site serviceworker webidentity websocket webtransport";
        for value in values.split_whitespace() {
            assert!(is_listed(value), "{value}");
        }
    }

    #[test]
    fn the_stricter_bar_wants_every_word_listed() {
        assert!(
            is_listed("read:user") && is_listed("Apache") && is_listed("application/problem+json")
        );
        assert!(!is_listed("user:ada.lovelace") && !is_listed("lovelace"));
    }
}
