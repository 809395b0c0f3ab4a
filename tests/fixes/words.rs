//! What every cause says beyond its fixes: prevention, what not to do, what is not lost, where to read on.

use std::collections::BTreeSet;

use why401::page;
use why401::words::Words;

use crate::none;

/// Where references may lead: standards, their drafts, and the two handbooks.
const SOURCES: &[&str] = &[
    "https://www.rfc-editor.org/rfc/rfc",
    "https://datatracker.ietf.org/doc/draft-",
    "https://fetch.spec.whatwg.org/#",
    "https://developer.mozilla.org/en-US/docs/Web/",
    "https://cheatsheetseries.owasp.org/cheatsheets/",
];

#[test]
fn every_cause_says_what_keeps_it_away_what_not_to_do_and_where_to_read_on() {
    let mut missing = BTreeSet::new();
    for page in page::all().pages {
        for (there, what) in [
            (!page.prevent.is_empty(), "prevention"),
            (!page.avoid.is_empty(), "what not to do"),
            (!page.references.is_empty(), "a reference"),
            (page.lost.is_some(), "what is not lost"),
        ] {
            if !there {
                missing.insert(format!("{}: {what}", page.id));
            }
        }
    }
    none(&missing);
}

#[test]
fn prevention_speaks_to_nobody_who_can_mend_nothing() {
    for page in page::all().pages {
        for one in &page.prevent {
            assert!(
                page.fixes.iter().any(|fix| fix.who == one.who),
                "{}: {:?}",
                page.id,
                one.who
            );
        }
    }
}

#[test]
fn references_lead_to_standards_and_handbooks_by_https() {
    for page in page::all().pages {
        let urls: BTreeSet<&str> = page.references.iter().map(|one| one.url.as_str()).collect();
        assert_eq!(urls.len(), page.references.len(), "{}: one twice", page.id);
        for one in &page.references {
            assert!(!one.title.is_empty());
            assert!(
                SOURCES.iter().any(|source| one.url.starts_with(source)),
                "{}: {}",
                page.id,
                one.url
            );
        }
    }
}

#[test]
fn what_stands_under_another_key_is_there_and_used() {
    let words = Words::english();
    let named = |text: &str| text.strip_prefix('@').map(str::to_owned);
    let code = |key: &str| key.starts_with("snippet.");
    let references: BTreeSet<String> = words
        .all()
        .iter()
        .filter(|(key, _)| !code(key))
        .filter_map(|(_, text)| named(text))
        .collect();
    let dangling = references
        .iter()
        .filter(|key| !words.has(key))
        .cloned()
        .collect();
    none(&dangling);
    let unused = words
        .all()
        .keys()
        .filter(|key| {
            ["prevent.", "avoid.", "lost.", "reference.", "time."]
                .iter()
                .any(|prefix| key.starts_with(prefix))
        })
        .filter(|key| !references.contains(*key))
        .cloned()
        .collect();
    none(&unused);
}

#[test]
fn an_example_fills_every_blank_of_every_fix() {
    let words = Words::english();
    let pages = page::all();
    let mut blank = BTreeSet::new();
    for fix in pages.pages.iter().flat_map(|page| &page.fixes) {
        let keys = words
            .all()
            .keys()
            .filter(|key| key.starts_with(&format!("{}.", fix.key)));
        for key in keys {
            let text = words.text(key, &pages.args);
            if text.split('{').skip(1).any(|rest| {
                rest.split_once('}')
                    .is_some_and(|(name, _)| crate::is_name(name))
            }) {
                blank.insert(format!("{key}: {text}"));
            }
        }
    }
    none(&blank);
}
