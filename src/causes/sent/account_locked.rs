//! The account is locked, disabled, unverified, or stopped after too many tries.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::history::{same_request, sets_session};
use crate::facts::names::Purpose;

const ID: &str = "account-locked";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "no-credentials",
    "basic-credentials-rejected",
    "session-expired",
    "token-revoked",
    "permission-denied",
    "authorization-missing",
]);

/// Many sites lock an account after so many refusals in a row; five is the commonest limit.
const TRIES: usize = 4;

const TRIED: Signal = Signal::Own(
    "the same sign-in was refused several times before",
    |facts| others(facts) >= TRIES,
);
const OTHERS: Because = Because::observed(Subject::History, "tries").with(&[("count", count)]);

static RULES: Rules = Rules {
    rows: &[
        // Where nobody is known, there is no account to be locked: "user is not active" is said of a visitor.
        Rule::heard("named-of-nobody", Confidence::Possible, ID).when(&[
            Signal::Said(ID),
            Signal::NothingSent,
            Signal::Own("the request is for data, not a sign-in", is_for_data),
        ]),
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE]),
        Rule::heard("named-beside-another", Confidence::Likely, ID).when(&[Signal::Named(ID)]),
        Rule::likely("hinted", Trust::Typical)
            .when(&[Signal::Said(ID)])
            .unless(&[BESIDE]),
        Rule::possible("hinted-beside-another", Trust::Typical).when(&[Signal::Said(ID)]),
        Rule::likely("rejected-though-it-worked", Trust::History)
            .when(&[
                TRIED,
                Signal::Own("the same password was accepted before", has_worked),
            ])
            .unless(&[BESIDE])
            .variant("tries")
            .because(&[OTHERS]),
        // A form comes back with 200 while it can be tried again; another status after several tries is another refusal.
        Rule::likely("other-status-after-tries", Trust::History)
            .when(&[
                Signal::Purpose(Purpose::SignIn),
                Signal::Own(
                    "the same sign-in was answered with one other status several times just before",
                    has_turned,
                ),
            ])
            .unless(&[BESIDE])
            .variant("tries")
            .with(&[("count", tries)])
            .because(&[Because::observed(Subject::History, "tries").with(&[("count", tries)])]),
        Rule::possible("rejected-several-times", Trust::History)
            .when(&[TRIED])
            .unless(&[BESIDE])
            .variant("tries")
            .because(&[OTHERS]),
    ],
    because: &[Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)])],
    hides: &["token-invalid", "session-expired", "no-credentials"],
    fixes: &[
        Repair::person(Effort::Easy, "wait"),
        Repair::person(Effort::Medium, "ask"),
        Repair::backend(Effort::Medium, "tell"),
    ],
    ..Rules::BARE
};

/// Whether the request neither signs in nor asks for a token, which may name somebody in a body that was not seen.
fn is_for_data(facts: &Facts<'_>) -> bool {
    matches!(facts.request.purpose, Purpose::Other | Purpose::Probe)
        && facts.entry().request.body.is_none()
}

fn has_typed(facts: &Facts<'_>) -> bool {
    facts.credentials.basic_or_digest().is_some()
}

/// How often the same sign-in was refused before with other passwords; what a form sends is not known, so all count.
fn others(facts: &Facts<'_>) -> usize {
    let (failing, typed) = (facts.failing.index, has_typed(facts));
    if !typed && facts.request.purpose != Purpose::SignIn {
        return 0;
    }
    let before = facts.history.repeats.iter().filter(|at| **at < failing);
    before
        .filter(|at| !(typed && facts.carried.same(**at, failing)))
        .count()
}

/// So long, in milliseconds, tries count as one row of tries.
const ROW: i64 = 900_000;

/// How often the same sign-in was sent within a quarter of an hour before and got a status that is not this one's, all the
/// same one, and no session.
fn turned(facts: &Facts<'_>) -> usize {
    let failing = facts.entry();
    let mut before = facts.exchange.entries.iter().take(facts.failing.index);
    let mut statuses = Vec::new();
    for entry in before.by_ref().filter(|entry| same_request(entry, failing)) {
        let near = failing
            .started
            .zip(entry.started)
            .is_some_and(|(now, then)| now.saturating_sub(then) <= ROW);
        if near && !sets_session(entry) {
            statuses.push(entry.response.status);
        }
    }
    let first = statuses.first().copied();
    let alike = statuses.iter().all(|status| Some(*status) == first);
    let other = first.is_some_and(|status| status != failing.response.status && status < 500);
    if alike && other { statuses.len() } else { 0 }
}

fn has_turned(facts: &Facts<'_>) -> bool {
    turned(facts) >= TRIES
}

fn tries(facts: &Facts<'_>) -> Value {
    turned(facts).into()
}

fn count(facts: &Facts<'_>) -> Value {
    others(facts).into()
}

fn has_worked(facts: &Facts<'_>) -> bool {
    let mut accepted = facts.history.accepted_before.iter();
    has_typed(facts) && accepted.any(|at| facts.carried.same(*at, facts.failing.index))
}
