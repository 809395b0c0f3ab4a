//! The server calls the token invalid, says no more, and nothing local explains it.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::facts::names::Purpose;
use crate::facts::said::Voice;

const ID: &str = "token-invalid";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    when: &[Signal::TokenSent],
    unless: &[
        Signal::Purpose(Purpose::Refresh),
        Signal::Purpose(Purpose::SignIn),
        Signal::Purpose(Purpose::Token),
        Signal::Own("the token is in a cookie", is_cookie),
    ],
    rows: &[
        // Its own word is the weakest there is, so it never outweighs what explains the failure.
        Rule::likely("said", Trust::Typical)
            .when(&[Signal::Said(ID)])
            .unless(&[Signal::TokenExpired, Signal::NamedBeside(&[ID])]),
        Rule::possible("sent", Trust::Typical),
    ],
    because: &[
        Because::observed(Subject::Server, "said-header").when(&[Signal::SaidInHeader(ID)]),
        Because::observed(Subject::Server, "said-body").when(&[Signal::Own(
            "the server says so in the body",
            is_said_in_body,
        )]),
        Because::observed(Subject::Token, "sent")
            .when(&[Signal::Own("the server does not say so", is_not_said)]),
        Because::observed(Subject::Token, "holds")
            .when(&[Signal::Own("the token is valid by every clock", is_valid)]),
    ],
    fixes: &[
        Repair::person(Effort::Easy, "sign-in"),
        Repair::frontend(Effort::Easy, "same-token"),
        Repair::backend(Effort::Medium, "log-why").snippet("challenge"),
    ],
    ..Rules::BARE
};

fn is_cookie(facts: &Facts<'_>) -> bool {
    facts
        .bearer()
        .is_some_and(|bearer| bearer.token.place == Place::Cookie)
}

fn voice(facts: &Facts<'_>) -> Option<Voice> {
    facts.said.cause(ID).map(|(voice, _)| voice)
}

fn is_said_in_body(facts: &Facts<'_>) -> bool {
    matches!(voice(facts), Some(Voice::Body | Voice::Reason))
}

fn is_not_said(facts: &Facts<'_>) -> bool {
    voice(facts).is_none()
}

fn is_valid(facts: &Facts<'_>) -> bool {
    facts.token_holds()
}
