//! Random secrets of every shape in every place at once, from a fixed seed.
//!
//! `WHY401_FULL=1` tries a thousand of each shape instead of a few.

#![expect(
    clippy::string_slice,
    reason = "a test may fail where its texts are not as they should be"
)]

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use why401::har::Log;
use why401::redact::{Key, Redacted};

use crate::checks::{KEY, saved_and_read, shown};
use crate::places::{counted, crowded};

/// So many of each shape in the ordinary run: it is to be quick.
const FEW: usize = 2;

/// So many of each in the full run.
const MANY: usize = 1_000;

/// Xorshift, so that the same secrets are tried on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }

    fn text(&mut self, letters: &str, least: usize, most: usize) -> String {
        let letters: Vec<char> = letters.chars().collect();
        let length = least + self.roll(most - least + 1);
        (0..length)
            .map(|_| letters[self.roll(letters.len())])
            .collect()
    }
}

const DIGITS: &str = "0123456789";
const SMALL: &str = "abcdefghijklmnopqrstuvwxyz";
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MIXED: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const FIRST: &[&str] = &[
    "ada",
    "grace",
    "alan",
    "barbara",
    "edsger",
    "hedy",
    "linus",
    "margaret",
    "katherine",
];
const LAST: &[&str] = &[
    "lovelace", "hopper", "turing", "liskov", "dijkstra", "lamarr", "hamilton", "johnson",
];
const NOUNS: &[&str] = &[
    "dragon", "summer", "hunter", "password", "welcome", "canary", "monkey", "token",
];

type Shape = (&'static str, fn(&mut Dice) -> String);

const SHAPES: &[Shape] = &[
    ("hexadecimal", |dice| dice.text("0123456789abcdef", 8, 64)),
    ("mixed letters", |dice| dice.text(LETTERS, 16, 40)),
    ("small letters", |dice| dice.text(SMALL, 16, 40)),
    ("capitals", |dice| dice.text(SMALL, 16, 40).to_uppercase()),
    ("digits", |dice| {
        format!("{}{}", 3 + dice.roll(7), dice.text(DIGITS, 3, 18))
    }),
    ("letters and digits", |dice| {
        format!("{}7{}", dice.text(MIXED, 6, 30), dice.text(MIXED, 2, 9))
    }),
    ("base64url", |dice| {
        let bytes: Vec<u8> = (0..9 + dice.roll(30))
            .map(|_| u8::try_from(dice.roll(256)).expect("a byte"))
            .collect();
        URL_SAFE_NO_PAD.encode(bytes)
    }),
    ("base64", |dice| STANDARD.encode(dice.text(MIXED, 9, 30))),
    ("UUID", |dice| {
        let mut part = |length| dice.text("0123456789abcdef", length, length);
        format!(
            "{}-{}-4{}-8{}-{}",
            part(8),
            part(4),
            part(3),
            part(3),
            part(12)
        )
    }),
    ("JWT", |dice| {
        let claims = json!({ "sub": dice.text(MIXED, 12, 20), "exp": 1 });
        format!(
            "{}.{}.{}",
            URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256"}"#),
            URL_SAFE_NO_PAD.encode(claims.to_string()),
            dice.text(MIXED, 20, 43)
        )
    }),
    ("e-mail", |dice| {
        format!(
            "{}{}@mail.example",
            dice.pick(FIRST),
            dice.text(DIGITS, 2, 4)
        )
    }),
    ("person", |dice| {
        format!("{}.{}", dice.pick(FIRST), dice.pick(LAST))
    }),
    ("phone", |dice| {
        format!(
            "555-{}-{}",
            dice.text(DIGITS, 3, 3),
            dice.text(DIGITS, 4, 4)
        )
    }),
    ("card", |dice| {
        (0..4)
            .map(|_| format!("{}{}", 3 + dice.roll(7), dice.text(DIGITS, 3, 3)))
            .collect::<Vec<_>>()
            .join("-")
    }),
    ("short token", |dice| {
        format!(
            "{}{}{}",
            dice.text(SMALL, 2, 3),
            dice.text(DIGITS, 2, 2),
            dice.text(MIXED, 3, 4)
        )
    }),
    ("word and digits", |dice| {
        format!("{}{}", dice.pick(NOUNS), dice.text(DIGITS, 2, 4))
    }),
];

/// The forms in which it might get out: as it is, encoded, turned round, and its halves where they are long.
fn forms(secret: &str) -> Vec<String> {
    let mut forms = crate::forms::forms(secret);
    forms.push(secret.to_owned());
    forms.push(secret.chars().rev().collect());
    forms.push(secret.to_ascii_lowercase());
    let (first, second) = secret.split_at(secret.len() / 2);
    forms.extend(
        [first, second]
            .iter()
            .filter(|half| half.len() >= 12)
            .map(|half| (*half).to_owned()),
    );
    forms
}

/// Tags are random and may hold a short number by chance; the rest is what is told.
fn without_tags(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = ["tag=", "x.", "."]
        .iter()
        .filter_map(|mark| tagged(rest, mark))
        .min()
    {
        kept.push_str(&rest[..at]);
        kept.push('#');
        rest = &rest[at + 8..];
    }
    kept.push_str(rest);
    kept
}

/// Where the first tag behind such a mark begins.
fn tagged(text: &str, mark: &str) -> Option<usize> {
    let ends = if mark == "tag=" { ")" } else { "~" };
    text.match_indices(mark).find_map(|(at, _)| {
        let from = at + mark.len();
        let tag = text.get(from..from + 8)?;
        let after = text.get(from + 8..)?;
        (tag.bytes().all(|byte| byte.is_ascii_hexdigit()) && after.starts_with(ends))
            .then_some(from)
    })
}

/// Whether the form stands there, and not as a part of a longer number.
fn holds(text: &str, form: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let number = form.bytes().all(|byte| byte.is_ascii_digit());
    text.match_indices(form).any(|(at, _)| {
        let inside =
            part(text[..at].chars().next_back()) || part(text[at + form.len()..].chars().next());
        !number || !inside
    })
}

fn leak(secret: &str, log: Value) -> Option<String> {
    let log: Log = serde_json::from_value(log).expect("a log");
    let redacted = Redacted::of(&log.exchange(), &Key::of(KEY));
    let again = Redacted::of(&saved_and_read(&redacted), &Key::of(b"another key 1234"));
    if again != redacted {
        let lines = |redacted: &Redacted| {
            serde_json::to_string_pretty(&Log::of(redacted.exchange())).expect("JSON")
        };
        let (once, twice) = (lines(&redacted), lines(&again));
        let differs = once
            .lines()
            .zip(twice.lines())
            .find(|(once, twice)| once != twice);
        return Some(format!("{secret}, twice: {differs:?}"));
    }
    let told = without_tags(&shown(&redacted));
    let form = forms(secret).into_iter().find(|form| holds(&told, form))?;
    let at = told.find(&form).unwrap_or(0);
    let from = told[..at]
        .char_indices()
        .rev()
        .nth(120)
        .map_or(0, |(at, _)| at);
    Some(format!(
        "{secret} as {form}: …{}",
        told[from..].chars().take(200).collect::<String>()
    ))
}

fn count() -> usize {
    if std::env::var_os("WHY401_FULL").is_some() {
        MANY
    } else {
        FEW
    }
}

#[test]
fn no_random_secret_of_any_shape_comes_out_of_any_place() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut leaks = Vec::new();
    for (shape, make) in SHAPES {
        for _ in 0..count() {
            let secret = make(&mut dice);
            let number = secret.bytes().all(|byte| byte.is_ascii_digit());
            let mut logs = vec![crowded(&secret)];
            logs.extend((!number).then(|| counted(&secret)));
            leaks.extend(
                logs.into_iter()
                    .filter_map(|log| leak(&secret, log))
                    .map(|leak| format!("{shape}: {leak}")),
            );
        }
    }
    assert!(
        leaks.is_empty(),
        "{} leaks\n{}",
        leaks.len(),
        leaks
            .iter()
            .take(30)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    );
}
