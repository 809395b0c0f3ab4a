//! Two tabs or two calls refreshed at once; rotation made the other one's token stale.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "refresh-race";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "refresh ~1 token ~4 already ~1 used|exchanged|rotated|redeemed|consumed",
        ),
        Saying::names(ID, "refresh ~1 token ~3 reuse|reused|replayed|replay"),
        Saying::names(ID, "reuse ~3 refresh token"),
        Saying::names(ID, "already used ~3 refresh token"),
        Saying::names(ID, "maximum allowed refresh token reuse"),
        Saying::names(ID, "stale|outdated refresh token"),
    ],
    rules: &RULES,
    signs_out: true,
};

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        Rule::said("named", ID).when(&[Signal::Named(ID)]),
        Rule::certain("same-token", Trust::Browser)
            .when(&[Signal::Own(
                "two refreshes ran at once with the same token",
                is_of_same_token,
            )])
            .because(&[
                Because::observed(Subject::History, "same-token").with(&[("seconds", seconds)])
            ]),
        Rule::likely("close", Trust::Browser)
            .when(&[Signal::RefreshesRaced])
            .because(&[Because::observed(Subject::History, "close").with(&[("seconds", seconds)])]),
    ],
    hides: &[
        "token-invalid",
        "refresh-failed",
        "token-expired",
        "login-rejected",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "reload"),
        Repair::frontend(Effort::Medium, "one-at-a-time").snippet("one-renewal"),
        Repair::backend(Effort::Medium, "grace"),
    ],
    ..Rules::BARE
};

fn is_of_same_token(facts: &Facts<'_>) -> bool {
    facts.refresh_race().is_some_and(|race| race.same)
}

fn seconds(facts: &Facts<'_>) -> Value {
    facts.refresh_race().map(|race| race.seconds).into()
}
