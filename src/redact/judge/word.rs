//! One word in small letters: on the list, or spelt as words are.
//!
//! `words.txt` holds what addresses, fields, scopes and products are commonly called. `letters.txt` holds the letters
//! that follow a pair of letters in at least two words of technical English (`^` begins a word, `$` ends one): of
//! random texts of eight letters one in a thousand passes, of twelve one in 25,000, of sixteen none in practice.

use std::collections::HashSet;
use std::sync::OnceLock;

const WORDS: &str = include_str!("words.txt");
const LETTERS: &str = include_str!("letters.txt");

/// A longer word is known, or is none.
const LONGEST: usize = 12;

/// Endings of files.
const ENDINGS: &[&str] = &[
    "html",
    "htm",
    "php",
    "asp",
    "aspx",
    "jsp",
    "jspx",
    "do",
    "action",
    "cgi",
    "json",
    "xml",
    "csv",
    "txt",
    "js",
    "mjs",
    "cjs",
    "ts",
    "tsx",
    "jsx",
    "vue",
    "css",
    "map",
    "png",
    "jpg",
    "jpeg",
    "gif",
    "svg",
    "webp",
    "ico",
    "pdf",
    "zip",
    "gz",
    "woff",
    "woff2",
    "ttf",
    "mp3",
    "mp4",
    "webm",
    "wasm",
    "webmanifest",
    "rss",
    "atom",
    "svc",
    "ashx",
    "asmx",
    "axd",
    "git",
    "dll",
    "exe",
    "xlsx",
    "docx",
    "yaml",
    "yml",
    "md",
];

/// Whether the word is on the list, or made of two that are.
pub(in crate::redact) fn is_known(word: &str) -> bool {
    is_on_list(word)
        || (7..=20).contains(&word.len())
            && (3..=word.len().saturating_sub(3)).any(|at| {
                word.split_at_checked(at)
                    .is_some_and(|(first, second)| is_on_list(first) && is_on_list(second))
            })
}

fn is_on_list(word: &str) -> bool {
    static LIST: OnceLock<HashSet<&str>> = OnceLock::new();
    LIST.get_or_init(|| WORDS.split_ascii_whitespace().collect())
        .contains(word)
}

/// Whether each of its letters may follow the two before it; what could be a hexadecimal number is none.
pub(super) fn looks_like_one(word: &str) -> bool {
    static FOLLOWERS: OnceLock<HashSet<[u8; 3]>> = OnceLock::new();
    let followers = FOLLOWERS.get_or_init(followers);
    let bounded: Vec<u8> = std::iter::once(b'^')
        .chain(word.bytes())
        .chain(std::iter::once(b'$'))
        .collect();
    (4..=LONGEST).contains(&word.len())
        && !word.bytes().all(|byte| byte.is_ascii_hexdigit())
        && bounded.windows(3).all(|three| match three {
            [a, b, c] => followers.contains(&[*a, *b, *c]),
            _ => false,
        })
}

fn followers() -> HashSet<[u8; 3]> {
    let entries = LETTERS
        .split_ascii_whitespace()
        .filter_map(|entry| entry.split_once(':'));
    entries
        .filter_map(|(pair, third)| match pair.as_bytes() {
            [a, b] => Some(third.bytes().map(|c| [*a, *b, c])),
            _ => None,
        })
        .flatten()
        .collect()
}

/// Whether it ends the names of files.
pub(super) fn is_ending(text: &str) -> bool {
    ENDINGS
        .iter()
        .any(|ending| ending.eq_ignore_ascii_case(text))
}
