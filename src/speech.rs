//! What servers say, and what it means: our own phrases, looked for in bodies, header fields and challenges.
//!
//! The core keeps no text of a server: a text is read once, at redaction, and only the phrases of ours that
//! it held are kept ([`Heard`]). A phrase belongs to the cause or the provider that it speaks for and stands
//! in that one's file.

use crate::causes;
use crate::providers;

pub mod body;
mod heard;
mod index;
mod own;
mod pattern;
mod words;

pub use heard::Heard;
pub use words::Words;

/// A phrase of ours and what a server means by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saying {
    /// What it speaks for.
    pub means: Meaning,
    /// How plainly it does.
    pub weight: Weight,
    /// The phrase, in the notation of [`Words::hold`].
    pub words: &'static str,
}

/// What a phrase speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The cause of this id.
    Cause(&'static str),
    /// The provider or product of this id.
    Provider(&'static str),
}

impl Meaning {
    /// The id of the cause or provider.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cause(id) | Self::Provider(id) => id,
        }
    }
}

/// How plainly a phrase speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It often means this, and sometimes something else.
    Hints,
    /// Whoever says this, means this.
    Names,
}

/// So many digits make a code.
const CODE: usize = 4;

impl Saying {
    /// A phrase that names the cause `id`.
    pub const fn names(id: &'static str, words: &'static str) -> Self {
        Self {
            means: Meaning::Cause(id),
            weight: Weight::Names,
            words,
        }
    }

    /// A phrase that often means the cause `id`.
    pub const fn hints(id: &'static str, words: &'static str) -> Self {
        Self {
            means: Meaning::Cause(id),
            weight: Weight::Hints,
            words,
        }
    }

    /// A phrase by which the provider `id` is known.
    pub const fn of(id: &'static str, words: &'static str) -> Self {
        Self {
            means: Meaning::Provider(id),
            weight: Weight::Names,
            words,
        }
    }

    /// Whether it is a code or several, as `aadsts53003`: a word with so many digits is of one issuer and said by
    /// nobody else, whoever passes it on.
    pub fn is_code(&self) -> bool {
        let code = |word: &str| {
            let digits = word.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
            digits.len() < word.len()
                && digits.len() >= CODE
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        };
        self.words.split('|').all(code)
    }

    /// The form in which it is kept in a text's place.
    fn printed(&self) -> String {
        format!("{}: {}", self.means.id(), self.words)
    }
}

/// All phrases, in the order of the causes and then of the providers.
pub fn sayings() -> impl Iterator<Item = &'static Saying> {
    let of_causes = causes::ALL.iter().flat_map(|cause| cause.says.iter());
    of_causes.chain(
        providers::ALL
            .iter()
            .flat_map(|provider| provider.says.iter()),
    )
}

/// The phrases that a plain text holds.
pub fn hear(text: &str) -> Heard {
    if let Some(heard) = Heard::parse(text) {
        return heard;
    }
    Heard::new(text.chars().count(), &Words::of(text))
}

#[cfg(test)]
mod tests {
    use super::Saying;

    #[test]
    fn a_code_is_letters_and_many_digits() {
        for (words, is) in [
            ("aadsts53003|aadsts50105", true),
            ("idx10223", true),
            ("error subcode 460", false),
            ("oauth2", false),
            ("401", false),
            ("aadsts53003 blocked", false),
        ] {
            assert_eq!(Saying::names("x", words).is_code(), is, "{words}");
        }
    }
}
