//! `nbf` or `iat` lies in the future as the server sees it.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::site;
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::clock::{Clock, LEEWAY};
use crate::http::url::Url;
use crate::token::claims::NumericDate;

const ID: &str = "token-not-yet-valid";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const EARLY: Signal = Signal::Own("the token's nbf or iat is later than the clock", is_early);
const MILLISECONDS: Signal = Signal::Own("nbf or iat is in milliseconds", is_in_milliseconds);

static RULES: Rules = Rules {
    rows: &[
        // The server's word is about the clocks where these visibly differ.
        Rule::said("said-while-clocks-differ", ID)
            .when(&[Signal::ClocksDiffer])
            .at_most(Confidence::Possible),
        Rule::said("said", ID),
        Rule::possible("early-while-clocks-differ", Trust::Credential)
            .when(&[Signal::ClocksDiffer, EARLY])
            .unless(&[Signal::Own(
                "it is early by less than verifiers allow",
                is_within_leeway,
            )]),
        Rule::likely("early", Trust::Credential)
            .when(&[Signal::Own(
                "it is early by more than verifiers allow",
                is_beyond_leeway,
            )])
            .unless(&[Signal::ClocksDiffer]),
        // Verifiers without leeway reject a token whose first second has not begun by their own clock.
        Rule::likely("early-and-called-invalid", Trust::Credential)
            .when(&[
                EARLY,
                Signal::Own("the server's clock can be read", has_server_clock),
                Signal::ChallengeError("invalid_token"),
            ])
            .unless(&[
                Signal::ClocksDiffer,
                Signal::NamedBeside(&[ID, "token-invalid"]),
            ]),
        // Behind one name stand servers with clocks of their own: one that is ahead has just made the token, and one that is
        // not refuses it.
        Rule::likely("early-at-a-slower-clock", Trust::Browser)
            .when(&[
                EARLY,
                Signal::Own(
                    "an earlier response has a later Date than this one",
                    is_after_a_later_date,
                ),
            ])
            .unless(&[
                Signal::ClocksDiffer,
                Signal::TokenAccepted,
                Signal::NamedBeside(&[ID, "token-invalid"]),
            ])
            .because(&[Because::observed(Subject::Server, "later-date")]),
        // Servers that write their `Date` once a second are behind by one more.
        Rule::possible("early-by-seconds", Trust::Credential)
            .when(&[Signal::Own(
                "it is early by more than the clocks' uncertainty",
                is_beyond_uncertainty,
            )])
            .unless(&[Signal::ClocksDiffer]),
    ],
    because: &[
        Because::observed(Subject::Token, "ahead").when(&[EARLY]),
        Because::observed(Subject::Token, "milliseconds").when(&[MILLISECONDS]),
    ],
    hides: &["token-invalid"],
    fills: &[("early", seconds_early)],
    variants: &[("milliseconds", &[MILLISECONDS])],
    fixes: &[
        Repair::person(Effort::Easy, "wait"),
        Repair::backend(Effort::Easy, "leeway").snippet("jwt-check"),
        Repair::backend(Effort::Medium, "synchronise"),
    ],
    ..Rules::BARE
};

/// By how many seconds the token begins later than the server's clock, else the device's.
fn early(facts: &Facts<'_>) -> Option<f64> {
    let claims = facts.bearer()?.claims?;
    facts.early(claims).filter(|early| *early > 0.0)
}

fn is_early(facts: &Facts<'_>) -> bool {
    early(facts).is_some()
}

fn is_within_leeway(facts: &Facts<'_>) -> bool {
    early(facts).is_some_and(|early| early < LEEWAY)
}

fn is_beyond_leeway(facts: &Facts<'_>) -> bool {
    early(facts).is_some_and(|early| early > LEEWAY)
}

fn is_beyond_uncertainty(facts: &Facts<'_>) -> bool {
    early(facts).is_some_and(|early| early > facts.clock.uncertainty + 1.0)
}

fn seconds_early(facts: &Facts<'_>) -> Value {
    early(facts).map(f64::round).into()
}

fn is_in_milliseconds(facts: &Facts<'_>) -> bool {
    let claims = facts.bearer().and_then(|bearer| bearer.claims);
    claims.is_some_and(|claims| {
        [claims.nbf, claims.iat]
            .iter()
            .flatten()
            .any(NumericDate::looks_like_milliseconds)
    })
}

/// Whether a response of this site that came before has a later `Date` (RFC 9110, 6.6.1).
fn is_after_a_later_date(facts: &Facts<'_>) -> bool {
    let Some(now) = facts.clock.server else {
        return false;
    };
    let mut before = facts.exchange.entries.iter().take(facts.failing.index);
    before.any(|entry| {
        let here = Url::parse(&entry.request.url)
            .is_some_and(|url| site::of_host(&url.host) == facts.request.site());
        here && Clock::of(entry).server.is_some_and(|then| then > now)
    })
}

fn has_server_clock(facts: &Facts<'_>) -> bool {
    facts.clock.server.is_some()
}
