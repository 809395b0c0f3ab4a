//! Two tabs or two calls refreshed at once; rotation made the other one's token stale.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

const ID: &str = "refresh-race";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
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
