//! A text as a list of words, so that spelling, case and punctuation do not matter.

use super::Saying;
use super::pattern::Phrase;
use crate::knowledge;

/// The words of a text, in lower case, with `None` where a sentence or a field ends.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<Option<String>>);

/// So many words of a text are read: errors are short, pages are long.
const MOST: usize = 4_000;

impl Words {
    /// Splits at everything that is no letter or digit, and where `camelCase` begins a new word.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        words.add(text);
        words
    }

    /// Adds a text that is apart from what came before.
    pub fn add(&mut self, text: &str) {
        let mut word = String::new();
        let mut previous = ' ';
        let mut characters = text.chars().peekable();
        while let Some(character) = characters.next() {
            if self.0.len() >= MOST {
                return;
            }
            if character.is_alphanumeric() {
                let mut ahead = characters.clone();
                let next = ahead.next();
                // The plural of an abbreviation, as in `JWTs`, begins no word.
                let plural =
                    next == Some('s') && ahead.next().is_none_or(|after| !after.is_alphanumeric());
                let next_is_small = next.is_some_and(char::is_lowercase) && !plural;
                if begins_word(previous, character, next_is_small) {
                    self.push(&mut word);
                }
                word.extend(character.to_lowercase());
            } else if !matches!(character, '\'' | '’' | '\u{ad}') {
                self.push(&mut word);
                if ends_sentence(character, characters.peek().copied()) {
                    self.0.push(None);
                }
            }
            previous = character;
        }
        self.push(&mut word);
        self.0.push(None);
    }

    /// Adds a name and its value as one sentence, as in `"code": 190`.
    pub fn add_pair(&mut self, name: &str, value: &str) {
        self.add(name);
        self.0.pop();
        self.add(value);
    }

    fn push(&mut self, word: &mut String) {
        // Its capitals part `OAuth` where no word ends.
        let parted = word.starts_with("auth")
            && self
                .0
                .last()
                .is_some_and(|last| last.as_deref() == Some("o"));
        if parted {
            self.0.pop();
            word.insert(0, 'o');
        }
        self.join_dpop(word);
        if !word.is_empty() {
            self.0.push(Some(std::mem::take(word)));
        }
    }

    /// So do those of `DPoP`.
    fn join_dpop(&mut self, word: &mut String) {
        let held: Vec<Option<&str>> = self.0.iter().rev().take(2).map(Option::as_deref).collect();
        if word == "p" && held == [Some("po"), Some("d")] {
            self.0.truncate(self.0.len().saturating_sub(2));
            word.insert_str(0, "dpo");
        }
    }

    /// Whether the phrase stands somewhere in the text.
    ///
    /// A phrase is words with blanks between. `a|b` is one or the other, `expir*` any word so beginning,
    /// `~3` up to three other words of the same sentence. `^` at its beginning and `$` at its end stand
    /// for the beginning and the end of a sentence. A word in a script without blanks matches inside a word.
    pub fn hold(&self, phrase: &str) -> bool {
        Phrase::of(phrase).is_in(&self.0)
    }

    /// The phrases that stand in the text, in the order of [`knowledge::sayings`].
    pub fn said(&self) -> Vec<Saying> {
        knowledge::said(&self.0)
    }

    /// Whether there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

/// `tokenExpired`, `JWTExpired`: a capital after a small letter, or the last of several before a small one.
fn begins_word(previous: char, character: char, next_is_small: bool) -> bool {
    character.is_uppercase()
        && (previous.is_lowercase() || (previous.is_uppercase() && next_is_small))
}

/// A full stop ends a sentence only before a blank or the end: `v1.2` and `api.example` are no ends.
fn ends_sentence(character: char, next: Option<char>) -> bool {
    match character {
        '\n' | '!' | '?' | ';' | '。' | '！' | '？' => true,
        '.' => next.is_none_or(char::is_whitespace),
        _ => false,
    }
}
