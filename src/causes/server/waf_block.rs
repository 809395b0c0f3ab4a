//! A firewall or bot rule answered.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::knowledge::Kind;

const ID: &str = "waf-block";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const GUARDED: &[Because] = &[Because::observed(Subject::Responder, "guarded")];
const PAGE: Signal = Signal::Own("the response is a page", is_page);

static RULES: Rules = Rules {
    rows: &[
        Rule::certain("marked", Trust::Header)
            .when(&[Signal::Own(
                "a field that such products write where they stop a request",
                is_marked,
            )])
            .because(&[Because::observed(Subject::Responder, "mark")]),
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
        // A page that requires no sign-in, guarded by such a product, and the response is a page of its own.
        Rule::likely("firewall-page", Trust::Header)
            .when(&[
                Signal::AnsweredByKind(Kind::Firewall),
                PAGE,
                Signal::NoChallenge,
                Signal::NothingSent,
            ])
            .unless(&[Signal::AuthorizationSent])
            .because(GUARDED),
        Rule::likely("edge-page", Trust::Header)
            .when(&[
                Signal::Own("a network's edge responded by itself", is_of_edge),
                PAGE,
                Signal::NoChallenge,
                Signal::NothingSent,
            ])
            .unless(&[Signal::AuthorizationSent])
            .because(GUARDED),
    ],
    hides: &[
        "no-credentials",
        "session-expired",
        "permission-denied",
        "cookie-missing",
    ],
    fills: &[("wall", wall)],
    fixes: &[
        Repair::person(Effort::Easy, "human"),
        Repair::backend(Effort::Medium, "exempt"),
        Repair::frontend(Effort::Medium, "ordinary"),
    ],
    ..Rules::BARE
};

fn wall(facts: &Facts<'_>) -> Value {
    let mut walls = facts.responders.iter();
    let wall = walls.find(|one| one.kind == Kind::Firewall);
    wall.map_or("firewall", |wall| wall.name).into()
}

fn is_marked(facts: &Facts<'_>) -> bool {
    facts.refused_by(&[Kind::Firewall, Kind::Network])
}

fn is_page(facts: &Facts<'_>) -> bool {
    facts.request.is_page
        || facts
            .answer_header("content-type")
            .is_some_and(|kind| kind.starts_with("text/html"))
}

/// Akamai's edge writes its own name where it responds itself, and never into what it passes on.
fn is_of_edge(facts: &Facts<'_>) -> bool {
    facts.made_by(&[Kind::Network])
}
