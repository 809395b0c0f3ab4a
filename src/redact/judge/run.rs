//! A run of letters and digits without anything between: its words, told apart where the case changes.

use super::{Tally, word};

/// Words with digits in them that are names of standards.
const MIXED: &[&str] = &[
    "oauth2",
    "oauth1",
    "auth0",
    "web3",
    "s3",
    "ec2",
    "x509",
    "ipv4",
    "ipv6",
    "http2",
    "http3",
    "sha1",
    "sha256",
    "sha384",
    "sha512",
    "md5",
    "base64",
    "utf8",
    "utf16",
    "i18n",
    "l10n",
    "a11y",
    "k8s",
    "mp3",
    "mp4",
    "m3u8",
    "h264",
    "2fa",
    "es256",
    "es384",
    "es512",
    "rs256",
    "rs384",
    "rs512",
    "hs256",
    "hs384",
    "hs512",
    "ps256",
    "ps384",
    "ps512",
    "ed25519",
    "p256",
    "aws4",
    "p3p",
    "woff2",
    "win32",
    "win64",
    "amd64",
    "arm64",
    "html5",
    "css3",
    "b2c",
    "b2b",
    "neo4j",
    "log4j",
    "oauth2_proxy",
    "userinfo2",
    "gpt2",
    "gpt4",
    "api2",
    "api1",
    "iso8859",
    "traceid",
    "nc4",
    "token68",
    "user1",
    "ui5",
    "html5client",
    "apis1",
];

/// A single word of no more letters is kept, on the list or not.
const SHORT: usize = 5;

/// Words of a run at most: `getCurrentUserByAccountName` has six.
const WORDS: usize = 7;

/// Whether the run, or nothing, may be kept.
pub(in crate::redact) fn is_run_of_words(run: &str) -> bool {
    tally(run).is_some()
}

/// What the run is made of; `None` where a part of it is no word.
pub(super) fn tally(run: &str) -> Option<Tally> {
    let length = run.chars().count();
    let digits = run.chars().filter(char::is_ascii_digit).count();
    let fragment = Tally {
        fragments: 1,
        digits,
        ..Tally::default()
    };
    let lower = run.to_ascii_lowercase();
    if MIXED.contains(&lower.as_str()) || is_rfc(&lower) || word::is_known(&lower) {
        return Some(Tally {
            listed: 1,
            ..Tally::default()
        });
    }
    if !run.is_ascii() {
        let short = digits == 0 && length < 8 && run.chars().all(char::is_alphabetic);
        return short.then_some(Tally {
            readable: 1,
            ..Tally::default()
        });
    }
    if digits == length {
        return (length <= 3).then_some(fragment);
    }
    if digits > 0 {
        let version = lower.strip_prefix('v').is_some_and(super::is_version) && length <= 8;
        return if version {
            Some(Tally {
                listed: 1,
                ..Tally::default()
            })
        } else {
            (length <= 3).then_some(fragment)
        };
    }
    of_letters(run)
}

/// `rfc6750`, as links to the standards name them.
fn is_rfc(lower: &str) -> bool {
    lower.strip_prefix("rfc").is_some_and(|number| {
        (3..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn of_letters(run: &str) -> Option<Tally> {
    let words = by_case(run);
    if words.len() > WORDS {
        return None;
    }
    // Who knows: `itemz`, `AAPL`. Nothing so short keeps anybody out.
    if words.len() == 1
        && (4..=SHORT).contains(&run.len())
        && !word::is_known(&run.to_ascii_lowercase())
    {
        return Some(Tally {
            readable: 1,
            ..Tally::default()
        });
    }
    let mut tally = Tally::default();
    for one in &words {
        let lower = one.to_ascii_lowercase();
        if word::is_known(&lower) {
            tally.listed += 1;
        } else if lower.len() <= 3 {
            tally.fragments += 1;
        } else if word::looks_like_one(&lower) {
            tally.readable += 1;
        } else {
            return None;
        }
    }
    // `aBcDeF` is no name; `getX` is one.
    let torn = words.len() > 1 && tally.fragments > 0 && (tally.fragments > 1 || tally.listed == 0);
    (!torn).then_some(tally)
}

/// `getHTTPServer` in three: a capital begins a word after a small letter, and before one after capitals.
pub(super) fn by_case(run: &str) -> Vec<&str> {
    let bytes = run.as_bytes();
    let upper = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    let lower = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let mut words = Vec::new();
    let mut from = 0;
    for at in 1..=bytes.len() {
        let begins = upper(at) && (lower(at - 1) || (upper(at - 1) && lower(at + 1)));
        if begins || at == bytes.len() {
            words.extend(run.get(from..at));
            from = at;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::by_case;

    #[test]
    fn a_change_of_case_begins_a_word() {
        assert_eq!(by_case("getHTTPServer"), ["get", "HTTP", "Server"]);
        assert_eq!(by_case("userID"), ["user", "ID"]);
        assert_eq!(by_case("plain"), ["plain"]);
        assert_eq!(by_case("aBc"), ["a", "Bc"]);
    }
}
