//! The notation of our phrases, and the search for one in a list of words.

/// A phrase, taken apart once.
#[derive(Debug)]
pub(super) struct Phrase<'a> {
    /// Whether it begins a sentence.
    anchored: bool,
    /// Whether it ends one.
    to_the_end: bool,
    parts: Vec<Part<'a>>,
}

#[derive(Debug)]
enum Part<'a> {
    /// Up to so many other words of the same sentence.
    Gap(usize),
    /// One of these.
    Word(Vec<Choice<'a>>),
}

/// What a word may be.
#[derive(Clone, Copy, Debug)]
enum Choice<'a> {
    /// This word.
    Exactly(&'a str),
    /// A word that begins so.
    Beginning(&'a str),
    /// A word that holds this, in a script that puts no blanks between words.
    Within(&'a str),
}

impl<'a> Phrase<'a> {
    /// Takes a phrase apart; see [`super::Words::hold`].
    pub(super) fn of(phrase: &'a str) -> Self {
        let (anchored, phrase) = phrase
            .strip_prefix('^')
            .map_or((false, phrase), |rest| (true, rest));
        let (to_the_end, phrase) = phrase
            .strip_suffix('$')
            .map_or((false, phrase), |rest| (true, rest));
        let parts = phrase
            .split_ascii_whitespace()
            .map(|part| match part.strip_prefix('~') {
                Some(most) => Part::Gap(most.parse().unwrap_or(0)),
                None => Part::Word(part.split('|').map(Choice::of).collect()),
            })
            .collect();
        Self {
            anchored,
            to_the_end,
            parts,
        }
    }

    /// Whether it stands somewhere in the words.
    pub(super) fn is_in(&self, words: &[Option<String>]) -> bool {
        (0..words.len()).any(|start| self.stands_at(words, start))
    }

    /// Whether it stands in the words from the one at `start` on.
    fn stands_at(&self, words: &[Option<String>], start: usize) -> bool {
        let begins = start
            .checked_sub(1)
            .is_none_or(|before| words.get(before).is_some_and(Option::is_none));
        (!self.anchored || begins)
            && !self.parts.is_empty()
            && self.goes_on(words.get(start..).unwrap_or_default(), &self.parts)
    }

    fn goes_on(&self, words: &[Option<String>], parts: &[Part<'_>]) -> bool {
        match parts.split_first() {
            None => !self.to_the_end || words.first().is_none_or(Option::is_none),
            Some((Part::Gap(most), rest)) => {
                let same_sentence = words
                    .iter()
                    .take(*most)
                    .take_while(|word| word.is_some())
                    .count();
                (0..=same_sentence)
                    .any(|skipped| self.goes_on(words.get(skipped..).unwrap_or_default(), rest))
            }
            Some((Part::Word(choices), rest)) => match words.split_first() {
                Some((Some(word), after)) => {
                    choices.iter().any(|choice| choice.fits(word)) && self.goes_on(after, rest)
                }
                _ => false,
            },
        }
    }
}

impl<'a> Choice<'a> {
    fn of(choice: &'a str) -> Self {
        match choice.strip_suffix('*') {
            Some(stem) => Self::Beginning(stem),
            None if choice.chars().any(without_blanks) => Self::Within(choice),
            None => Self::Exactly(choice),
        }
    }

    fn fits(self, word: &str) -> bool {
        match self {
            Self::Exactly(choice) => word == choice,
            Self::Beginning(stem) => word.starts_with(stem),
            Self::Within(part) => word.contains(part),
        }
    }
}

/// Scripts that put no blanks between words: Chinese characters, Japanese kana, Thai.
fn without_blanks(character: char) -> bool {
    matches!(character, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use crate::speech::Words;

    #[track_caller]
    fn check(text: &str, phrase: &str, holds: bool) {
        assert_eq!(
            Words::of(text).hold(phrase),
            holds,
            "{phrase:?} in {text:?}"
        );
    }

    #[test]
    fn spelling_case_and_punctuation_do_not_matter() {
        for text in [
            "token expired",
            "TokenExpiredError",
            "TOKEN_EXPIRED",
            "the token, expired!",
            "token-expired",
            "JWTTokenExpired",
        ] {
            check(text, "token expired", true);
        }
        check("jwt expired", "token expired", false);
    }

    #[test]
    fn alternatives_stems_and_gaps_are_understood() {
        check(
            "Access token has already expired",
            "jwt|token ~3 expir*",
            true,
        );
        check("Token. Nothing here has expired", "token ~5 expired", false);
        check(
            "token one two three four expired",
            "token ~3 expired",
            false,
        );
    }

    #[test]
    fn anchors_hold_a_sentence_by_its_ends() {
        check("Unauthorized", "^unauthorized$", true);
        check("Unauthorized client", "^unauthorized$", false);
        check("Not unauthorized", "^unauthorized$", false);
    }

    #[test]
    fn scripts_without_blanks_match_inside_a_word() {
        check("您的登录已过期，请重新登录", "已过期", true);
    }

    #[test]
    fn an_empty_phrase_stands_nowhere() {
        check("anything", "", false);
        check("anything", "^$", false);
    }
}
