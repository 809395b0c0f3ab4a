//! How a finding is told: the keys of its words, with the values that belong into them.

use serde_json::{Map, Value};

use super::action;
use super::judge::Ranked;
use crate::causes::{Evidence, Fix};
use crate::diagnosis::{Message, Proof, Remedy, Snippet, Summary};
use crate::facts::Facts;
use crate::fixes;
use crate::snippet::{self, Choice, Seen};

/// The values that every sentence may use.
pub(super) fn shared_args(facts: &Facts<'_>) -> Map<String, Value> {
    let request = &facts.request;
    let page = request
        .page
        .as_ref()
        .map(|page| page.host.clone())
        .unwrap_or_default();
    let pairs: [(&str, Value); 9] = [
        ("host", request.host().into()),
        ("site", request.site().into()),
        ("origin", request.origin().into()),
        ("from", request.sender_origin().into()),
        (
            "page",
            if page.is_empty() {
                request.host().into()
            } else {
                page.into()
            },
        ),
        ("method", request.method.as_str().into()),
        ("path", request.path().into()),
        ("status", facts.status().into()),
        (
            "provider",
            facts
                .responders
                .first()
                .map_or("", |provider| provider.name)
                .into(),
        ),
    ];
    pairs
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

pub(super) fn with(shared: &Map<String, Value>, own: &[&Map<String, Value>]) -> Map<String, Value> {
    let mut all = shared.clone();
    for map in own {
        all.extend(
            map.iter()
                .map(|(name, value)| (name.clone(), value.clone())),
        );
    }
    all
}

/// A key of the cause's own words, unless it names another file's with a dot.
fn key(held: &Ranked, key: &str) -> String {
    if key.contains('.') {
        key.to_owned()
    } else {
        format!("{}.{key}", held.cause.id)
    }
}

pub(super) fn summary(held: &Ranked, shared: &Map<String, Value>) -> Summary {
    let sentence = |reader: &str| {
        let variant = if held.finding.variant.is_empty() {
            reader.to_owned()
        } else {
            format!("{reader}-{}", held.finding.variant)
        };
        Message {
            key: key(held, &variant),
            args: with(shared, &[&held.finding.args]),
            text: None,
        }
    };
    Summary {
        person: sentence("person"),
        developer: sentence("developer"),
    }
}

pub(super) fn evidence(held: &Ranked, shared: &Map<String, Value>) -> Vec<Proof> {
    let proof = |evidence: &Evidence| Proof {
        kind: evidence.kind,
        basis: evidence.basis,
        message: Message {
            key: key(held, evidence.key),
            args: with(shared, &[&held.finding.args, &evidence.args]),
            text: None,
        },
    };
    held.finding.evidence.iter().map(proof).collect()
}

/// The rule's own ways to mend it and those that causes share, the easiest first.
pub(super) fn remedies(
    facts: &Facts<'_>,
    held: &Ranked,
    shared: &Map<String, Value>,
) -> Vec<Remedy> {
    let seen = Seen::of(facts);
    let remedy = |fix: &Fix| {
        let args = with(shared, &[&held.finding.args, &fix.args]);
        let named = key(held, fix.key);
        Remedy {
            who: fix.who,
            effort: fix.effort,
            key: fixes::for_device(&named, facts.exchange, &facts.entry().request),
            action: action::of(facts, &named, &args),
            snippet: fix
                .snippet
                .and_then(|recipe| snippet(snippet::choose(recipe, &seen, &args))),
            args,
            guide: Vec::new(),
            text: None,
        }
    };
    let own = &held.finding.fixes;
    let named = |key: &str| own.iter().any(|fix| fix.key == key);
    let added = fixes::of(held.cause.id)
        .filter(|shared| !named(shared.key))
        // Whoever runs the server on this very machine needs no letter.
        .filter(|shared| !(shared.key == "fix.write-to-site" && facts.request.is_local()))
        .map(fixes::fix);
    let mut all: Vec<Fix> = own.iter().cloned().chain(added).collect();
    all.sort_by_key(|fix| fix.effort);
    all.iter().map(remedy).collect()
}

fn snippet(choices: Vec<Choice>) -> Option<Snippet> {
    let mut snippets = choices.into_iter().map(|choice| Snippet {
        stack: choice.stack,
        key: choice.key,
        args: choice.args,
        code: None,
        others: Vec::new(),
    });
    let mut first = snippets.next()?;
    first.others = snippets.collect();
    Some(first)
}
