//! Withdrawn: signed out everywhere, rotated, deleted, application access removed.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::history::is_accepted;
use crate::facts::names::Purpose;
use crate::http::url::Url;

const ID: &str = "token-revoked";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

const PLAIN: Signal = Signal::Own("it is named, or a token was sent", is_plain);

static RULES: Rules = Rules {
    unless: &[
        // Of a grant, servers say in one sentence that it is invalid, expired, revoked or another client's.
        Signal::Purpose(Purpose::Refresh),
        Signal::Purpose(Purpose::Token),
        Signal::Named("api-key-invalid"),
    ],
    rows: &[
        Rule::said("said-or-expired", ID)
            .when(&[PLAIN, Signal::Said("token-expired")])
            .at_most(Confidence::Possible),
        Rule::said("said-of-an-expired-token", ID)
            .when(&[PLAIN, Signal::TokenExpired])
            .at_most(Confidence::Likely),
        Rule::said("said", ID).when(&[PLAIN]),
        Rule::likely("signed-out", Trust::History)
            .when(&[Signal::Own(
                "a token that was accepted before a sign-out is still sent",
                is_used_after_sign_out,
            )])
            .unless(&[Signal::TokenExpired])
            .because(&[
                Because::observed(Subject::History, "signed-out").with(&[("seconds", seconds)])
            ]),
        Rule::likely("replaced", Trust::History)
            .when(&[Signal::Own(
                "the host has accepted another token since this one",
                is_replaced,
            )])
            .unless(&[Signal::TokenExpired])
            .because(&[Because::observed(Subject::History, "replaced")]),
    ],
    hides: &["token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "sign-in"),
        Repair::frontend(Effort::Easy, "forget"),
        Repair::backend(Effort::Medium, "who-withdrew"),
    ],
    ..Rules::BARE
};

fn is_plain(facts: &Facts<'_>) -> bool {
    facts.said.names(ID) || facts.bearer().is_some()
}

/// How many seconds ago somebody signed out, if nobody has signed in since.
fn signed_out_ago(facts: &Facts<'_>) -> Option<f64> {
    let sign_out = facts.history.sign_outs.last().copied()?;
    if facts.history.sign_ins.last().copied() > Some(sign_out) {
        return None;
    }
    let out = facts.exchange.entries.get(sign_out)?.started?;
    Some(facts.entry().started?.saturating_sub(out) as f64 / 1000.0)
}

fn is_used_after_sign_out(facts: &Facts<'_>) -> bool {
    signed_out_ago(facts).is_some_and(|ago| {
        facts
            .accepted_with_it()
            .iter()
            .any(|accepted| accepted.before >= ago)
    })
}

fn seconds(facts: &Facts<'_>) -> Value {
    signed_out_ago(facts).map(f64::round).into()
}

fn is_replaced(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let Some(field) = own.request.header("authorization") else {
        return false;
    };
    let newest = facts
        .accepted_with_it()
        .iter()
        .map(|one| one.before)
        .filter(|before| *before > 0.0)
        .fold(f64::INFINITY, f64::min);
    let mut earlier = facts.exchange.entries.iter().take(facts.failing.index);
    newest.is_finite()
        && earlier.any(|entry| {
            let ago = own
                .started
                .zip(entry.started)
                .map_or(0.0, |(now, then)| now.saturating_sub(then) as f64 / 1000.0);
            let sent = entry.request.header("authorization");
            sent.is_some_and(|sent| sent != field)
                && is_accepted(entry)
                && ago < newest
                && Url::parse(&entry.request.url)
                    .is_some_and(|url| url.host == facts.request.host())
        })
}
