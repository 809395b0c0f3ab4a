//! Which phrases stand in a text: every word is looked up once, and each phrase that may begin with it is tried.

use std::collections::BTreeSet;

use super::rows::{self, BEGINNINGS, CLASSES, CODE, EXACT, FIRST, PARTS, Saying};

/// Set in a part of a phrase that is a gap; the rest is its length.
const GAP: u16 = 0x8000;

/// Texts one after the other, sorted, and where each ends.
pub(super) struct Texts {
    pub(super) all: &'static str,
    pub(super) ends: &'static [u16],
}

/// Lists of numbers, one after the other, and where each ends.
pub(super) struct Lists {
    pub(super) items: &'static [u16],
    pub(super) ends: &'static [u16],
}

/// Where the item at `at` stands, of which only the ends are known.
fn span(ends: &[u16], at: usize) -> Option<std::ops::Range<usize>> {
    let end = usize::from(*ends.get(at)?);
    let start = at.checked_sub(1).and_then(|before| ends.get(before));
    Some(start.copied().map_or(0, usize::from)..end)
}

impl Texts {
    fn get(&self, at: usize) -> &'static str {
        span(self.ends, at)
            .and_then(|span| self.all.get(span))
            .unwrap_or_default()
    }

    fn place(&self, wanted: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(wanted) {
                std::cmp::Ordering::Less => low = middle.saturating_add(1),
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// The places of those with which this text begins.
    fn beginning<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let ends = text
            .char_indices()
            .map(|(at, character)| at.saturating_add(character.len_utf8()));
        ends.filter_map(|end| text.get(..end))
            .filter_map(|begin| self.place(begin))
    }
}

impl Lists {
    fn get(&self, at: u16) -> &'static [u16] {
        span(self.ends, usize::from(at))
            .and_then(|span| self.items.get(span))
            .unwrap_or_default()
    }
}

/// The choices of phrases that a word fits, sorted.
fn choices(word: &str) -> Vec<u16> {
    let after_exact = EXACT.ends.len();
    let after_beginnings = after_exact.saturating_add(BEGINNINGS.ends.len());
    let mut found: Vec<usize> = EXACT.place(word).into_iter().collect();
    found.extend(
        BEGINNINGS
            .beginning(word)
            .map(|at| at.saturating_add(after_exact)),
    );
    // Most words are of scripts with blanks, and nothing is looked for within them.
    if !word.is_ascii() {
        for (at, _) in word.char_indices() {
            let rest = word.get(at..).unwrap_or_default();
            found.extend(
                PARTS
                    .beginning(rest)
                    .map(|at| at.saturating_add(after_beginnings)),
            );
        }
    }
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .filter_map(|choice| u16::try_from(choice).ok())
        .collect()
}

/// The phrases that stand in the words, in the order of [`super::sayings`].
pub fn said(words: &[Option<String>]) -> Vec<Saying> {
    let words: Vec<Option<Vec<u16>>> = words
        .iter()
        .map(|word| word.as_deref().map(choices))
        .collect();
    let mut found = BTreeSet::new();
    for (start, word) in words.iter().enumerate() {
        for choice in word.iter().flatten() {
            for row in FIRST.get(*choice) {
                if !found.contains(row) && stands_at(*row, &words, start) {
                    found.insert(*row);
                }
            }
        }
    }
    found.into_iter().filter_map(Saying::at).collect()
}

/// Whether the phrase stands in the words from the one at `start` on.
fn stands_at(row: u16, words: &[Option<Vec<u16>>], start: usize) -> bool {
    let (anchored, to_the_end) = rows::anchored(row);
    let begins = start
        .checked_sub(1)
        .is_none_or(|before| words.get(before).is_some_and(Option::is_none));
    (!anchored || begins)
        && goes_on(
            words.get(start..).unwrap_or_default(),
            CODE.get(row),
            to_the_end,
        )
}

fn goes_on(words: &[Option<Vec<u16>>], parts: &[u16], to_the_end: bool) -> bool {
    let Some((part, rest)) = parts.split_first() else {
        return !to_the_end || words.first().is_none_or(Option::is_none);
    };
    if part & GAP != 0 {
        let most = usize::from(part & !GAP);
        let same_sentence = words
            .iter()
            .take(most)
            .take_while(|word| word.is_some())
            .count();
        return (0..=same_sentence)
            .any(|skipped| goes_on(words.get(skipped..).unwrap_or_default(), rest, to_the_end));
    }
    match words.split_first() {
        Some((Some(word), after)) => {
            let wanted = CLASSES.get(*part);
            word.iter().any(|choice| wanted.contains(choice)) && goes_on(after, rest, to_the_end)
        }
        _ => false,
    }
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use crate::knowledge::{Saying, by_id, sayings};
    use crate::speech::Words;

    fn words(saying: &Saying) -> &'static str {
        saying.text().map_or("", |text| text.words)
    }

    /// A text that holds the phrase, made of one choice of each of its words.
    fn text(phrase: &str, choose: impl Fn(usize, &[&str]) -> String) -> String {
        let parts = phrase
            .split_ascii_whitespace()
            .filter(|part| !part.starts_with('~'));
        let chosen: Vec<String> = parts
            .enumerate()
            .map(|(at, part)| choose(at, &part.split('|').collect::<Vec<_>>()))
            .collect();
        chosen.join(" ").replace(['^', '$', '*'], "")
    }

    #[test]
    fn the_tables_find_what_a_search_for_each_phrase_finds() {
        let last = |_: usize, choices: &[&str]| choices.last().copied().unwrap_or("").to_owned();
        let mut all = Words::default();
        // Phrases as texts of their own: each holds itself, and many hold others.
        for saying in sayings().step_by(31) {
            let text = text(words(&saying), last);
            let read = Words::of(&text);
            let searched: Vec<_> = sayings().filter(|one| read.hold(words(one))).collect();
            assert_eq!(read.said(), searched, "{text}");
            all.add(&text);
        }
        let searched: Vec<_> = sayings().filter(|one| all.hold(words(one))).collect();
        assert_eq!(all.said(), searched);
    }

    #[test]
    fn every_choice_of_every_phrase_can_be_said() {
        let mut dead = Vec::new();
        for saying in sayings() {
            let parts = words(&saying)
                .split_ascii_whitespace()
                .filter(|part| !part.starts_with('~'));
            for (at, part) in parts.enumerate() {
                for choice in part.split('|') {
                    let text = text(words(&saying), |other, choices| {
                        let first = choices.first().copied().unwrap_or_default();
                        if other == at { choice } else { first }.to_owned()
                    });
                    if !Words::of(&text).said().contains(&saying) {
                        dead.push(format!("{}: {text}", saying.id()));
                    }
                }
            }
        }
        assert_eq!(dead, Vec::<String>::new());
    }

    #[test]
    fn an_id_leads_back_to_its_phrase_and_an_unknown_one_to_nothing() {
        for saying in sayings() {
            assert_eq!(by_id(&saying.id()), Some(saying));
        }
        for unknown in [
            "",
            "en",
            "en.token-expired",
            "en.token-expired.0",
            "en.token-expired.65535",
            "xx.token-expired.1",
            "en.no-such-cause.1",
            "en.shows.1",
        ] {
            assert_eq!(by_id(unknown), None, "{unknown}");
        }
    }
}
