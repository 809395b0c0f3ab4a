//! All our phrases, taken apart once and found by what they begin with: every text is held against every phrase.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::pattern::{Choice, Phrase};
use super::{Saying, sayings};

/// The phrases by their first words; a number is a place in `all`.
struct Index {
    all: Vec<(&'static Saying, Phrase<'static>)>,
    /// By the first word itself.
    exact: BTreeMap<&'static str, Vec<usize>>,
    /// What the first word begins with, by its first letter.
    begun: BTreeMap<char, Vec<(Choice<'static>, usize)>>,
    /// What the first word holds, in a script without blanks.
    within: Vec<(Choice<'static>, usize)>,
    /// Those that may begin with any word.
    open: Vec<usize>,
    /// By the form in which they are kept.
    printed: BTreeMap<String, Vec<usize>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let all: Vec<(&'static Saying, Phrase<'static>)> = sayings()
        .map(|saying| (saying, Phrase::of(saying.words)))
        .collect();
    let mut index = Index {
        exact: BTreeMap::new(),
        begun: BTreeMap::new(),
        within: Vec::new(),
        open: Vec::new(),
        printed: BTreeMap::new(),
        all: Vec::new(),
    };
    for (at, (saying, phrase)) in all.iter().enumerate() {
        index.printed.entry(saying.printed()).or_default().push(at);
        match phrase.first() {
            None => index.open.push(at),
            Some(choices) => choices.iter().for_each(|choice| match choice {
                Choice::Exactly(word) => index.exact.entry(word).or_default().push(at),
                Choice::Beginning(stem) => {
                    let first = stem.chars().next().unwrap_or_default();
                    index.begun.entry(first).or_default().push((*choice, at));
                }
                Choice::Within(_) => index.within.push((*choice, at)),
            }),
        }
    }
    index.all = all;
    index
});

/// The phrases that stand in the words, in the order of [`sayings`].
pub(super) fn said(words: &[Option<String>]) -> Vec<&'static Saying> {
    let index = &*INDEX;
    let mut found = BTreeSet::new();
    for (start, word) in words.iter().enumerate() {
        let Some(word) = word else { continue };
        let exact = index.exact.get(word.as_str()).into_iter().flatten();
        let first = word.chars().next().unwrap_or_default();
        let begun = index.begun.get(&first).into_iter().flatten();
        // Most words are of scripts with blanks, and none of these can be in them.
        let within = (!word.is_ascii()).then_some(&index.within);
        let loose = begun
            .chain(within.into_iter().flatten())
            .filter(|(choice, _)| choice.fits(word))
            .map(|(_, at)| at);
        for at in exact.chain(loose).chain(&index.open) {
            let stands = || {
                let phrase = index.all.get(*at);
                phrase.is_some_and(|(_, phrase)| phrase.stands_at(words, start))
            };
            if !found.contains(at) && stands() {
                found.insert(*at);
            }
        }
    }
    sayings_at(found)
}

/// The phrases that were kept in these forms, in the order of [`sayings`]; those that are ours no more are left out.
pub(super) fn kept<'a>(printed: impl Iterator<Item = &'a str>) -> Vec<&'static Saying> {
    let found: BTreeSet<usize> = printed
        .filter_map(|form| INDEX.printed.get(form))
        .flatten()
        .copied()
        .collect();
    sayings_at(found)
}

fn sayings_at(places: BTreeSet<usize>) -> Vec<&'static Saying> {
    places
        .into_iter()
        .filter_map(|at| INDEX.all.get(at))
        .map(|(saying, _)| *saying)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::speech::{Words, sayings};

    #[test]
    fn the_index_finds_what_a_search_for_each_phrase_finds() {
        let mut all = Words::default();
        // Phrases as texts of their own: most of them hold themselves, and many hold others.
        for saying in sayings().step_by(11) {
            let plain: Vec<&str> = saying
                .words
                .split_ascii_whitespace()
                .filter(|part| !part.starts_with('~'))
                .filter_map(|part| part.split('|').next_back())
                .collect();
            let text = plain.join(" ").replace(['^', '$', '*'], "");
            let words = Words::of(&text);
            let searched: Vec<_> = sayings()
                .filter(|saying| words.hold(saying.words))
                .collect();
            assert_eq!(words.said(), searched, "{text}");
            all.add(&text);
        }
        let searched: Vec<_> = sayings().filter(|saying| all.hold(saying.words)).collect();
        assert_eq!(all.said(), searched);
    }
    #[test]
    fn every_choice_of_every_phrase_can_be_said() {
        let mut dead = Vec::new();
        for saying in sayings() {
            let parts: Vec<Vec<&str>> = saying
                .words
                .split_ascii_whitespace()
                .filter(|part| !part.starts_with('~'))
                .map(|part| part.split('|').collect())
                .collect();
            for (at, choices) in parts.iter().enumerate() {
                for choice in choices {
                    let text: Vec<&str> = parts
                        .iter()
                        .enumerate()
                        .filter_map(|(other, all)| {
                            if other == at {
                                Some(choice)
                            } else {
                                all.first()
                            }
                        })
                        .copied()
                        .collect();
                    let text = text.join(" ").replace(['^', '$', '*'], "");
                    if !Words::of(&text).hold(saying.words) {
                        dead.push(format!("{} {:?}: {text}", saying.means.id(), saying.words));
                    }
                }
            }
        }
        assert_eq!(dead, Vec::<String>::new());
    }
}
