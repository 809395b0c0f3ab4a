//! The server's own trouble, answered as 401.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::{is_accepted, same_request};
use crate::facts::names::Purpose;

const ID: &str = "server-fault";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

/// Within so many milliseconds sessions seldom end by themselves.
const TURN: i64 = 60_000;

/// To check credentials does not take so long, in milliseconds; what waits for another server gives up after so long.
const SLOW: i64 = 9_500;

const BEFORE: Signal = Signal::Own(
    "the same request was accepted before with the same credentials",
    is_accepted_before,
);
const AFTER: Signal = Signal::Own(
    "the same request was accepted afterwards with the same credentials",
    is_accepted_after,
);
/// What must not hold where the same credentials are sometimes accepted.
const NOT_FLAPPING: &[Signal] = &[Signal::NothingSent, Signal::TokenExpired];
const FLAPPING: &[Because] = &[Because::observed(Subject::History, "flapping")];
const ACCEPTED_AFTER: &[Because] = &[Because::observed(Subject::History, "accepted-after")];
const FLAPPING_HIDES: &[&str] = &["session-expired", "token-invalid", "permission-denied"];

const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];

const WORDPRESS: Signal = Signal::Own("the request is for WordPress's API", is_wordpress);
const UNSEEN: &[Because] = &[Because::inferred(Subject::Header, "unseen")];
const UNSEEN_HIDES: &[&str] = &[
    "no-credentials",
    "authorization-missing",
    "basic-credentials-rejected",
];

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::likely("accepted-before-and-after", Trust::Browser)
            .when(&[BEFORE, AFTER])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(FLAPPING)
            .hides(FLAPPING_HIDES),
        Rule::likely("failed-and-accepted-before", Trust::Browser)
            .when(&[Signal::Own(
                "the same request failed, was let in and failed again",
                is_let_in_between,
            )])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(FLAPPING)
            .hides(FLAPPING_HIDES),
        // Known, unknown, known and unknown again within a minute: it is not the session that comes and goes.
        Rule::likely("alternates", Trust::Browser)
            .when(&[
                BEFORE,
                Signal::Own(
                    "another request was refused and one accepted within the minute before",
                    is_alternating,
                ),
            ])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(FLAPPING)
            .hides(FLAPPING_HIDES),
        Rule::likely("accepted-after", Trust::History)
            .when(&[AFTER])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(ACCEPTED_AFTER)
            .hides(&["session-expired", "token-invalid"]),
        Rule::possible("accepted-elsewhere-after", Trust::History)
            .when(&[
                BEFORE,
                Signal::Own(
                    "another request was accepted afterwards with the same credentials",
                    is_accepted_elsewhere_after,
                ),
            ])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(ACCEPTED_AFTER),
        // The page of a firewall's own network excuses itself with a fault as well.
        Rule::said("said-by-firewall", ID)
            .when(&[Signal::Said("waf-block")])
            .at_most(Confidence::Possible)
            .variant("said")
            .because(SAID),
        // Where it names a fault of the token as well, that may be what it was told of.
        Rule::said("said-of-token", ID)
            .when(&[Signal::Own(
                "the server names a fault of the token",
                is_of_token,
            )])
            .at_most(Confidence::Likely)
            .variant("said")
            .because(SAID),
        Rule::said("said", ID).variant("said").because(SAID),
        // PHP under CGI is not given `Authorization`, and the application says that nobody is signed in.
        Rule::likely("header-unseen", Trust::Body)
            .when(&[
                Signal::SchemeSent("Basic"),
                WORDPRESS,
                Signal::NoChallenge,
                Signal::Said("no-credentials"),
            ])
            .variant("unseen")
            .because(UNSEEN)
            .hides(UNSEEN_HIDES),
        Rule::possible("header-unseen-by-address", Trust::Credential)
            .when(&[
                Signal::SchemeSent("Basic"),
                WORDPRESS,
                Signal::NoChallenge,
                Signal::Own("it asks who is signed in", is_about_itself),
            ])
            .unless(&[Signal::BodyRead])
            .variant("unseen")
            .because(UNSEEN)
            .hides(UNSEEN_HIDES),
        // Only after the time at which servers give up waiting for their store of sessions or keys.
        Rule::possible("slow", Trust::Header)
            .when(&[
                Signal::Own("the response took nine seconds or more", is_slow),
                Signal::ByScript,
                Signal::NoChallenge,
            ])
            .unless(&[
                Signal::Purpose(Purpose::SignIn),
                Signal::NothingSent,
                Signal::TokenExpired,
                Signal::NamedBeside(&[]),
            ])
            .because(&[Because::observed(Subject::History, "slow").with(&[("seconds", seconds)])]),
    ],
    fixes: &[
        Repair::person(Effort::Easy, "wait"),
        Repair::backend(Effort::Easy, "log"),
        Repair::backend(Effort::Medium, "share"),
        Repair::backend(Effort::Medium, "forward").snippet("cgi-authorization"),
        Repair::frontend(Effort::Medium, "once"),
    ],
    ..Rules::BARE
};

/// Whether the request at this index carried the same credentials.
fn is_same(facts: &Facts<'_>, at: usize) -> bool {
    facts.carried.same(at, facts.failing.index)
}

fn is_any_same(facts: &Facts<'_>, indices: &[usize]) -> bool {
    indices.iter().any(|at| is_same(facts, *at))
}

fn is_accepted_before(facts: &Facts<'_>) -> bool {
    is_any_same(facts, &facts.history.accepted_before)
}

fn is_accepted_after(facts: &Facts<'_>) -> bool {
    is_any_same(facts, &facts.history.accepted_after)
}

fn is_accepted_elsewhere_after(facts: &Facts<'_>) -> bool {
    is_any_same(facts, &facts.history.accepted_elsewhere_after)
}

/// Whoever is told that a thing is not there has been let in before.
fn is_let_in(entry: &Entry) -> bool {
    is_accepted(entry) || matches!(entry.response.status, 404 | 409 | 422)
}

fn is_let_in_between(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let index = facts.failing.index;
    let mut repeats = facts.history.repeats.iter().copied();
    let Some(first) = repeats.find(|at| *at < index && is_same(facts, *at)) else {
        return false;
    };
    (first..index).any(|at| {
        let entry = facts.exchange.entries.get(at);
        entry.is_some_and(|entry| is_let_in(entry) && same_request(entry, own))
            && is_same(facts, at)
    })
}

fn is_alternating(facts: &Facts<'_>) -> bool {
    let mut refused = facts.history.refused_elsewhere.iter().copied();
    let refused = refused.find(|at| is_same(facts, *at) && facts.started_within(*at, TURN));
    refused.is_some_and(|at| known_since(facts, at))
}

/// Whether the server knew the same credentials between this refusal and the failing request.
fn known_since(facts: &Facts<'_>, refused: usize) -> bool {
    let started = facts
        .exchange
        .entries
        .get(refused)
        .and_then(|entry| entry.started);
    facts.accepted_with_the_same().any(|entry| {
        let times = started.zip(entry.started).zip(facts.entry().started);
        times.is_some_and(|((from, at), to)| (from..=to).contains(&at))
    })
}

fn is_of_token(facts: &Facts<'_>) -> bool {
    [
        "token-kind",
        "token-malformed",
        "token-audience",
        "token-issuer",
    ]
    .iter()
    .any(|id| facts.said.names(id))
}

fn is_wordpress(facts: &Facts<'_>) -> bool {
    let path = facts.request.path();
    path.contains("/wp-json/") && !path.contains("/jwt-auth/")
}

fn is_about_itself(facts: &Facts<'_>) -> bool {
    let path = facts.request.path().trim_end_matches('/');
    path.ends_with("/users/me")
}

/// How many milliseconds the response took.
fn took(facts: &Facts<'_>) -> Option<i64> {
    let entry = facts.entry();
    Some(entry.ended()?.saturating_sub(entry.started?))
}

fn is_slow(facts: &Facts<'_>) -> bool {
    took(facts).is_some_and(|took| took >= SLOW)
}

fn seconds(facts: &Facts<'_>) -> Value {
    took(facts).map(|took| took / 1_000).into()
}
