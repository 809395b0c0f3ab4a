//! What is known of those who answered: their pages, put where they help, and how long what they issue lives.

use serde_json::{Map, Value};

use super::judge::Ranked;
use super::wording::with;
use crate::causes;
use crate::diagnosis::{Basis, Message, Page, Proof, Remedy, Responder, Subject, Who};
use crate::facts::Facts;
use crate::knowledge::{Goal, Issued, Link, Product};

/// Those who answered, each with the pages that help here.
pub(super) fn responders(facts: &Facts<'_>) -> Vec<Responder> {
    let responder = |provider: &&'static Product| Responder {
        id: provider.id,
        name: provider.name,
        links: pages(facts, provider)
            .map(|link| Page {
                what: link.goal,
                who: reader(link.goal),
                url: link.url,
            })
            .collect(),
    };
    facts.responders.iter().map(responder).collect()
}

/// Who has a use for a page: one signs in as a person, and makes tokens and keys as a developer.
fn reader(goal: Goal) -> Who {
    match goal {
        Goal::SignIn | Goal::Sessions => Who::Person,
        Goal::Tokens | Goal::Keys | Goal::Errors => Who::Frontend,
    }
}

/// The pages that help here. Whoever is at the provider's own site has an account there and can sign in; whoever asks
/// it from elsewhere does so with a token or a key. Where its product stands before another's site, or is run by
/// someone else, the accounts are there.
fn pages<'a>(
    facts: &'a Facts<'_>,
    provider: &'static Product,
) -> impl Iterator<Item = &'static Link> + 'a {
    let asked = provider.owns(facts.request.host());
    let at_home = facts
        .request
        .page
        .as_ref()
        .map_or(facts.request.is_page, |page| provider.shows(&page.host));
    provider.links.iter().filter(move |link| match link.goal {
        Goal::SignIn | Goal::Sessions => asked && at_home,
        Goal::Tokens | Goal::Keys => asked && !at_home,
        Goal::Errors => true,
    })
}

/// Adds the pages of the provider to the ways that they shorten: each page to the first way that can use it.
pub(super) fn guide(facts: &Facts<'_>, cause: &str, fixes: &mut [Remedy]) {
    for (who, goals) in wanted(cause) {
        let found = goals.iter().find_map(|goal| {
            facts.responders.iter().find_map(|provider| {
                pages(facts, provider)
                    .find(|link| link.goal == *goal)
                    .map(|link| (*provider, link))
            })
        });
        let fix = fixes.iter_mut().find(|fix| who.contains(&fix.who));
        if let (Some((provider, link)), Some(fix)) = (found, fix) {
            fix.guide.push(step(provider, link, &fix.args));
        }
    }
}

fn step(provider: &Product, link: &Link, args: &Map<String, Value>) -> Message {
    let own = [("provider", provider.name), ("link", link.url)];
    let own: Map<String, Value> = own
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.into()))
        .collect();
    Message {
        key: format!("provider.step.{}", link.goal.id()),
        args: with(args, &[&own]),
        text: None,
    }
}

/// Pages that help with a cause, in the order in which one stands for the other, and whom they help.
type Wanted = (&'static [Who], &'static [Goal]);

const SIGN_IN: Wanted = (&[Who::Person], &[Goal::SignIn]);
const SESSIONS: Wanted = (&[Who::Person], &[Goal::Sessions]);
const NEW_TOKEN: Wanted = (&[Who::Backend, Who::Frontend], &[Goal::Tokens, Goal::Keys]);
const NEW_KEY: Wanted = (&[Who::Backend, Who::Frontend], &[Goal::Keys, Goal::Tokens]);

fn wanted(cause: &str) -> &'static [Wanted] {
    match cause {
        "session-displaced" | "token-revoked" | "password-changed" => {
            &[SIGN_IN, SESSIONS, NEW_TOKEN]
        }
        "basic-credentials-rejected" => &[SIGN_IN, NEW_KEY],
        "authorization-missing" | "token-placeholder" => &[SIGN_IN, NEW_TOKEN],
        // Time mends it, and no page.
        "clock-skew" | "token-not-yet-valid" | "refresh-race" => &[],
        _ => match family(cause) {
            "tokens" => &[SIGN_IN, NEW_TOKEN],
            "keys" => &[NEW_KEY],
            "cookies" | "sent" => &[SIGN_IN],
            _ => &[],
        },
    }
}

fn family(cause: &str) -> &'static str {
    causes::FAMILIES
        .iter()
        .find(|(id, _)| *id == cause)
        .map_or("", |(_, family)| family)
}

/// How long what has run out usually lives, where the one who issued it is known.
pub(super) fn lifetime(
    facts: &Facts<'_>,
    held: &Ranked,
    args: &Map<String, Value>,
) -> Option<Proof> {
    let wanted: &[Issued] = match held.cause.id {
        "token-expired" => &[Issued::AccessToken, Issued::IdToken, Issued::ApiToken],
        "session-expired" => &[Issued::Session],
        "refresh-failed" => &[Issued::RefreshToken],
        _ => &[],
    };
    let (provider, lifetime) = facts.responders.iter().find_map(|provider| {
        let known = provider.lifetimes.iter();
        known
            .into_iter()
            .find(|lifetime| wanted.contains(&lifetime.of))
            .map(|lifetime| (provider, lifetime))
    })?;
    let (count, most, _) = lifetime.told();
    let mut own = Map::new();
    own.insert("provider".to_owned(), provider.name.into());
    own.insert("count".to_owned(), count.into());
    own.insert("most".to_owned(), most.into());
    Some(Proof {
        kind: Subject::Responder,
        basis: Basis::Inferred,
        message: Message {
            key: lifetime.key(),
            args: with(args, &[&own]),
            text: None,
        },
    })
}
