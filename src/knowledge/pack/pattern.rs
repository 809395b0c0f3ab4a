//! The notation of phrases, taken apart: see `Words::hold` for what it means.

use std::fmt;

/// So many digits make a code.
const CODE: usize = 4;

/// A phrase.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// Whether it begins a sentence: `^`.
    pub(crate) anchored: bool,
    /// Whether it ends one: `$`.
    pub(crate) to_the_end: bool,
    /// Its words and gaps.
    pub(crate) parts: Vec<Part>,
}

/// A piece of a phrase.
#[derive(Debug)]
pub(crate) enum Part {
    /// `~3`: up to three other words of the same sentence.
    Gap(u16),
    /// `a|b`: one of these.
    Word(Vec<Choice>),
}

/// What a word may be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Choice {
    /// This word.
    Exactly(String),
    /// `expir*`: a word that begins so.
    Beginning(String),
    /// A word that holds this, in a script that puts no blanks between words.
    Within(String),
}

impl Pattern {
    /// Takes a phrase apart; `None` where it is none.
    pub(crate) fn of(phrase: &str) -> Option<Self> {
        let inner = phrase.strip_prefix('^');
        let (anchored, rest) = inner.map_or((false, phrase), |rest| (true, rest));
        let inner = rest.strip_suffix('$');
        let (to_the_end, rest) = inner.map_or((false, rest), |rest| (true, rest));
        let parts: Option<Vec<Part>> = rest.split(' ').map(Part::of).collect();
        let parts = parts?;
        let ends = (parts.first()?, parts.last()?);
        matches!(ends, (Part::Word(_), Part::Word(_))).then_some(Self {
            anchored,
            to_the_end,
            parts,
        })
    }
}

impl Pattern {
    /// Whether it is a code or several, as `aadsts53003`: letters and at least four digits, and nothing beside them.
    pub(crate) fn is_code(&self) -> bool {
        let code = |choice: &Choice| {
            let Choice::Exactly(word) = choice else {
                return false;
            };
            let digits = word.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
            digits.len() < word.len()
                && digits.len() >= CODE
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        match self.parts.as_slice() {
            [Part::Word(choices)] => choices.iter().all(code),
            _ => false,
        }
    }

    /// Every sequence of words that it stands for, its gaps left out: `jwt|token ~2 expired` stands for `jwt expired`
    /// and `token expired`.
    pub(crate) fn sequences(&self) -> Vec<String> {
        let words = self.parts.iter().filter_map(|part| match part {
            Part::Word(choices) => Some(choices),
            Part::Gap(_) => None,
        });
        words.fold(vec![String::new()], |begun, choices| {
            let next = |begin: &String| {
                let begin = begin.clone();
                choices
                    .iter()
                    .map(move |choice| format!("{begin} {choice}").trim_start().to_owned())
            };
            begun.iter().flat_map(next).collect()
        })
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(word) | Self::Within(word) => out.write_str(word),
            Self::Beginning(stem) => write!(out, "{stem}*"),
        }
    }
}

impl Part {
    fn of(part: &str) -> Option<Self> {
        if let Some(most) = part.strip_prefix('~') {
            return most.parse().ok().map(Self::Gap);
        }
        let choices: Option<Vec<Choice>> = part.split('|').map(Choice::of).collect();
        choices.map(Self::Word)
    }
}

impl Choice {
    fn of(choice: &str) -> Option<Self> {
        let stem = choice.strip_suffix('*');
        let word = stem.unwrap_or(choice);
        let plain = word.chars().all(char::is_alphanumeric) && word.to_lowercase() == word;
        if word.is_empty() || !plain {
            return None;
        }
        Some(match stem {
            Some(stem) => Self::Beginning(stem.to_owned()),
            None if word.chars().any(without_blanks) => Self::Within(word.to_owned()),
            None => Self::Exactly(word.to_owned()),
        })
    }
}

/// Scripts that put no blanks between words: Chinese characters, Japanese kana, Thai.
fn without_blanks(character: char) -> bool {
    matches!(character, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
