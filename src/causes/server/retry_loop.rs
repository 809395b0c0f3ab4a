//! The client repeats the failing request without end.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

const ID: &str = "retry-loop";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const LOOP: Signal = Signal::Own("it is repeated faster than people and polls do", is_loop);

static RULES: Rules = Rules {
    unless: &[
        Signal::Challenged("Negotiate"),
        Signal::Challenged("NTLM"),
        Signal::Own("the browser asked for a password", is_prompted),
    ],
    rows: &[
        Rule::certain("repeated-after-refreshes", Trust::Repetition)
            .when(&[LOOP, Signal::Own("a refresh ran before", is_refreshed)])
            .variant("refreshing")
            .because(&[
                Because::observed(Subject::History, "repeated"),
                Because::observed(Subject::History, "refreshed"),
            ]),
        Rule::certain("repeated", Trust::Repetition)
            .when(&[LOOP])
            .because(&[Because::observed(Subject::History, "repeated")]),
    ],
    fills: &[("seconds", seconds)],
    fixes: &[
        Repair::frontend(Effort::Easy, "once").snippet("renew"),
        Repair::person(Effort::Easy, "reload"),
        Repair::backend(Effort::Medium, "say-why"),
    ],
    ..Rules::BARE
};

/// More rounds than the usual three retries: four within 1.2 seconds, or five within 3.5.
fn is_loop(facts: &Facts<'_>) -> bool {
    let pace = facts.pace();
    (pace.rounds >= 4 && pace.seconds <= 1.2) || (pace.rounds >= 5 && pace.seconds <= 3.5)
}

/// A browser that asks for a password repeats the request as often as one is typed.
fn is_prompted(facts: &Facts<'_>) -> bool {
    facts.credentials.basic_or_digest().is_some() && !facts.request.by_script
}

fn is_refreshed(facts: &Facts<'_>) -> bool {
    !facts.history.refreshes.is_empty()
}

fn seconds(facts: &Facts<'_>) -> Value {
    ((facts.pace().seconds * 10.0).round() / 10.0).into()
}
