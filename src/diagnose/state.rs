//! The state of a failing exchange: whether it may alarm, how long to wait, and what could not be seen.

use std::collections::BTreeSet;

use super::unseen;
use crate::causes::Finding;
use crate::diagnosis::State;
use crate::exchange::{Cut, Family, Resource};
use crate::facts::Facts;

/// How long a handshake, a refresh or a retry may take, in milliseconds.
const SETTLING: u32 = 2_000;

/// State, alarm and waiting time.
pub(super) struct Alert {
    pub(super) state: State,
    pub(super) alarm: bool,
    pub(super) settle: u32,
}

/// By what is known now.
pub(super) fn of(facts: &Facts<'_>, first: Option<&Finding>) -> Alert {
    let harmless = first.is_some_and(|finding| finding.harmless)
        || is_probe_of_a_visitor(facts)
        || is_plain_refusal(facts);
    if harmless {
        return Alert {
            state: State::Harmless,
            alarm: false,
            settle: 0,
        };
    }
    if !facts.history.accepted_after.is_empty() {
        // What had settled was told of as a fault; before that, a retry of the page's own was waited for.
        return Alert {
            state: if facts.exchange.settled {
                State::Resolved
            } else {
                State::Recovered
            },
            alarm: false,
            settle: 0,
        };
    }
    let settle = if facts.request.is_page && facts.challenges.is_empty() {
        0
    } else {
        SETTLING
    };
    let live = facts.exchange.failing.is_some();
    let pending = live && settle > 0 && !facts.exchange.settled;
    Alert {
        state: if pending { State::Pending } else { State::Open },
        alarm: !is_dispensable(facts),
        settle: if pending { settle } else { 0 },
    }
}

/// A file that no visitor misses: the page works without its manifest.
fn is_dispensable(facts: &Facts<'_>) -> bool {
    let entry = facts.entry();
    entry.resource == Resource::Manifest
        || entry.request.header("sec-fetch-dest") == Some("manifest")
}

/// A page that asks, at its beginning, whether anybody is signed in: nobody is, and that is an answer.
fn is_probe_of_a_visitor(facts: &Facts<'_>) -> bool {
    facts.request.by_script
        && facts.asks_who()
        && facts.credentials.is_none()
        && !facts.offered_in_vain()
        && unseen::key(facts).is_none()
        && !facts.history.signed_in()
        && !facts.cookies.any_session_withheld()
        && (!facts.said.names_any() || is_at_the_door(facts))
}

/// A page at which one signs in, told no more than that nobody is.
fn is_at_the_door(facts: &Facts<'_>) -> bool {
    facts.asks_at_the_door()
        && facts.challenges.is_empty()
        && !facts
            .said
            .names_beside(&["no-credentials", "authorization-missing"])
}

/// A plain 403: known, but not allowed.
fn is_plain_refusal(facts: &Facts<'_>) -> bool {
    facts.status() == 403 && !facts.failing.on_preflight()
}

/// What could not be seen, as keys of our words.
pub(super) fn unknown(facts: &Facts<'_>) -> Vec<&'static str> {
    let mut unknown = Vec::new();
    if facts.said.body.is_none() {
        unknown.push(if facts.exchange.browser.family == Family::Firefox {
            "unknown.body-firefox"
        } else {
            "unknown.body"
        });
    }
    if facts.exchange.jar.is_none() {
        unknown.push("unknown.jar");
    }
    if facts.exchange.jar_left_out > 0 {
        unknown.push("unknown.jar-cut");
    }
    let entries = facts.exchange.entries.iter();
    let cut: BTreeSet<Cut> = entries
        .flat_map(|entry| entry.cut.iter().copied())
        .collect();
    unknown.extend(unseen::key(facts));
    unknown.extend(cut.into_iter().map(cut_off));
    unknown
}

fn cut_off(what: Cut) -> &'static str {
    match what {
        Cut::Address => "unknown.cut-address",
        Cut::Value => "unknown.cut-value",
        Cut::Challenges => "unknown.cut-challenges",
        Cut::SetCookies => "unknown.cut-set-cookies",
        Cut::Fields => "unknown.cut-fields",
    }
}
