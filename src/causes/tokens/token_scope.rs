//! Valid, but without the scope, role or permission wanted, and the API answers 401 for it.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::redact::readable;

const ID: &str = "token-scope";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const MISSING: Signal = Signal::Own(
    "the challenge names a scope that the token does not hold",
    is_missing,
);

const NAMED: Signal = Signal::Own("the missing scope has a name that can be told", is_named);

static RULES: Rules = Rules {
    rows: &[
        Rule::said("coded", ID).when(&[Signal::Coded(ID)]),
        // Rights are somebody's: where nothing was sent, nobody is known.
        Rule::said("said", ID).unless(&[Signal::NothingSent]),
        Rule::likely("missing", Trust::Credential)
            .when(&[MISSING])
            .unless(&[Signal::NothingSent, Signal::TokenExpired]),
        Rule::possible("accepted-elsewhere", Trust::History)
            .when(&[Signal::Own(
                "the token is accepted for other requests at the same time",
                is_accepted_at_once,
            )])
            .unless(&[
                Signal::NothingSent,
                Signal::TokenExpired,
                Signal::Said("token-invalid"),
                Signal::TokenAcceptedForTheSame,
            ])
            .because(&[Because::observed(Subject::History, "accepted-elsewhere")]),
    ],
    because: &[Because::observed(Subject::Server, "wanted")
        .with(&[("scope", scope)])
        .when(&[NAMED])],
    hides: &["token-invalid"],
    fills: &[("scope", scope)],
    variants: &[("named", &[NAMED])],
    fixes: &[
        Repair::frontend(Effort::Medium, "ask-for"),
        Repair::backend(Effort::Medium, "answer-403").snippet("forbid-scope"),
        Repair::person(Effort::Easy, "fix.sign-in-again"),
    ],
    ..Rules::BARE
};

/// The scopes that the challenge names (RFC 6750, section 3) and the token does not hold.
fn missing<'a>(facts: &'a Facts<'_>) -> Vec<&'a str> {
    let claims = facts.bearer().and_then(|bearer| bearer.claims);
    let Some(held) = claims
        .map(|claims| &claims.scope)
        .filter(|held| !held.is_empty())
    else {
        return Vec::new();
    };
    let challenges = facts.challenges.iter();
    challenges
        .filter_map(|challenge| challenge.param("scope"))
        .flat_map(str::split_ascii_whitespace)
        // A scope that was cut is missing where nothing of the token was: else it might be held.
        .filter(|scope| {
            if is_cut(scope) {
                !held.iter().any(|one| is_cut(one))
            } else {
                !held.iter().any(|one| one == scope)
            }
        })
        .collect()
}

fn is_missing(facts: &Facts<'_>) -> bool {
    !missing(facts).is_empty()
}

fn is_named(facts: &Facts<'_>) -> bool {
    missing(facts).into_iter().any(|scope| !is_cut(scope))
}

/// Whether the scope, or a part of it, was taken for something that should not be told.
fn is_cut(scope: &str) -> bool {
    readable(scope).contains('…')
}

fn scope(facts: &Facts<'_>) -> Value {
    let mut missing = missing(facts);
    missing.retain(|scope| !is_cut(scope));
    (!missing.is_empty()).then(|| missing.join(" ")).into()
}

/// Within so many seconds before or after, the same token was accepted for something else.
const AT_ONCE: f64 = 120.0;

fn is_accepted_at_once(facts: &Facts<'_>) -> bool {
    let accepted = facts.accepted_with_it();
    accepted.iter().any(|one| one.before.abs() < AT_ONCE)
}
