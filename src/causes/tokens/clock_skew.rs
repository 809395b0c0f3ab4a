//! The device's clock (or the issuer's) is off far enough to break token checks.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::clock::LEEWAY;
use crate::facts::credentials::Place;
use crate::token::claims::Claims;

const ID: &str = "clock-skew";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const EXPIRED: Signal = Signal::Named("token-expired");
const EARLY: Signal = Signal::Named("token-not-yet-valid");
const OVER_THERE: Signal = Signal::Own(
    "the token is past its exp by the server's clock only",
    is_over_there,
);
const EARLY_THERE: Signal = Signal::Own(
    "the token is too early by the server's clock only",
    is_early_there,
);
const AHEAD: Signal = Signal::Own("the device's clock is ahead of the server's", is_ahead);
const BEHIND: Signal = Signal::Own("the device's clock is behind the server's", is_behind);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        // Nothing of the token can be seen, but its dates are what the server names.
        Rule::likely("early-by-word-alone", Trust::Browser)
            .when(&[Signal::ClocksDiffer, Signal::TokenSent, EARLY])
            .unless(&[Signal::ClaimsRead]),
        Rule::certain("past-there-and-named", Trust::Browser).when(&[
            Signal::ClocksDiffer,
            OVER_THERE,
            EXPIRED,
        ]),
        Rule::certain("early-there-and-named", Trust::Browser).when(&[
            Signal::ClocksDiffer,
            EARLY_THERE,
            EARLY,
        ]),
        Rule::likely("past-there", Trust::Browser).when(&[Signal::ClocksDiffer, OVER_THERE]),
        Rule::likely("early-there", Trust::Browser).when(&[Signal::ClocksDiffer, EARLY_THERE]),
        Rule::likely("called-early", Trust::Browser).when(&[
            Signal::ClocksDiffer,
            EARLY,
            Signal::Own(
                "the token is in time by the device's clock",
                is_in_time_here,
            ),
        ]),
        // A page whose clock is fast takes a token for spent that has just come, and sends none.
        Rule::likely("spent-here-only", Trust::Browser)
            .when(&[
                Signal::ClocksDiffer,
                AHEAD,
                Signal::Own(
                    "the cookie's token is past its exp by the device's clock only",
                    is_spent_here,
                ),
            ])
            .unless(&[Signal::AuthorizationSent, Signal::KeySent]),
        // The time of a signed request is rejected, and the clocks visibly differ.
        Rule::certain("request-time", Trust::Browser)
            .when(&[Signal::ClocksDiffer, Signal::Said(ID)])
            .because(&[Because::observed(Subject::Server, "time-refused")]),
        // The clock of the server, or of another machine behind it, is off.
        Rule::likely("valid-but-called-expired", Trust::Credential)
            .when(&[Signal::ClaimsRead, EXPIRED, Signal::TokenHolds])
            .unless(&[
                Signal::Own(
                    "the server leaves open whether it has expired",
                    is_left_open,
                ),
                Signal::Own("exp is in milliseconds", is_in_milliseconds),
                // So much no clock is off unnoticed: then something else is called expired.
                Signal::Own("the token is valid for more than a week", is_for_long),
            ])
            .because(&[
                Because::inferred(Subject::Token, "holds-yet-expired").with(&[("left", left)])
            ]),
        Rule::said("named", ID)
            .when(&[Signal::Named(ID)])
            .at_most(Confidence::Likely),
    ],
    because: &[
        Because::observed(Subject::Clock, "device-ahead")
            .with(&[("seconds", seconds)])
            .when(&[AHEAD]),
        Because::observed(Subject::Clock, "device-behind")
            .with(&[("seconds", seconds)])
            .when(&[BEHIND]),
        Because::observed(Subject::Clock, "agree")
            .when(&[Signal::Own("the clocks do not visibly differ", is_agreed)]),
    ],
    hides: &["token-invalid"],
    fills: &[("seconds", seconds)],
    variants: &[("ahead", &[AHEAD]), ("behind", &[BEHIND])],
    fixes: &[
        Repair::person(Effort::Easy, "fix.set-clock"),
        Repair::frontend(Effort::Medium, "server-time"),
        Repair::backend(Effort::Medium, "ntp").snippet("jwt-check"),
    ],
    ..Rules::BARE
};

/// How far the device is ahead of the server, where the two visibly differ.
fn ahead(facts: &Facts<'_>) -> Option<f64> {
    facts.clock.ahead().filter(|_| facts.clock.differ())
}

fn is_ahead(facts: &Facts<'_>) -> bool {
    ahead(facts).is_some_and(|ahead| ahead > 0.0)
}

fn is_behind(facts: &Facts<'_>) -> bool {
    ahead(facts).is_some_and(|ahead| ahead <= 0.0)
}

fn is_agreed(facts: &Facts<'_>) -> bool {
    ahead(facts).is_none()
}

fn seconds(facts: &Facts<'_>) -> Value {
    ahead(facts).map(|ahead| ahead.abs().round()).into()
}

fn claims<'a>(facts: &'a Facts<'_>) -> Option<&'a Claims> {
    facts.bearer()?.claims
}

fn is_over_there(facts: &Facts<'_>) -> bool {
    let over = claims(facts).and_then(|claims| facts.over(claims));
    let end = claims(facts).and_then(|claims| claims.exp);
    let holds_here = end
        .zip(facts.clock.device)
        .is_some_and(|(exp, device)| device < exp.seconds as f64);
    is_behind(facts) && holds_here && over.is_some_and(|over| over > 0.0)
}

/// Whether a cookie carries a token that is good by the server's clock and expired by the device's: a token of one
/// minute, on a device whose clock is three minutes fast.
fn is_spent_here(facts: &Facts<'_>) -> bool {
    let (Some(device), Some(server)) = (facts.clock.device, facts.clock.server) else {
        return false;
    };
    let mut tokens = facts
        .credentials
        .tokens()
        .filter(|token| token.place == Place::Cookie);
    tokens.any(|token| {
        let end = token.claims().and_then(|claims| claims.exp);
        end.is_some_and(|exp| (server..=device).contains(&(exp.seconds as f64)))
    })
}

/// A token for later is early by every clock. One that was issued later than now, or that is in time by the device's
/// clock, is early by a wrong one.
fn is_in_time_here(facts: &Facts<'_>) -> bool {
    let (Some(claims), Some(ahead)) = (claims(facts), ahead(facts)) else {
        return false;
    };
    let issued_later = claims
        .iat
        .zip(facts.clock.now())
        .is_some_and(|(iat, now)| iat.seconds as f64 > now + LEEWAY);
    issued_later || facts.early(claims).is_none_or(|by| by <= ahead + LEEWAY)
}

fn is_early_there(facts: &Facts<'_>) -> bool {
    let early = claims(facts).and_then(|claims| facts.early(claims));
    early.is_some_and(|by| by > LEEWAY) && is_in_time_here(facts) && is_ahead(facts)
}

/// "Invalid or expired" says nothing about a token that has not expired.
fn is_left_open(facts: &Facts<'_>) -> bool {
    let mut others = facts.said.alternatives("token-expired");
    others.any(|other| other == "token-invalid")
}

fn is_in_milliseconds(facts: &Facts<'_>) -> bool {
    let end = claims(facts).and_then(|claims| claims.exp);
    end.is_some_and(|exp| exp.looks_like_milliseconds())
}

/// For how many seconds the token is still valid, by the server's clock, else by the device's.
fn seconds_left(facts: &Facts<'_>) -> Option<f64> {
    let end = claims(facts)?.exp?.seconds as f64;
    Some(end - facts.clock.now()?)
}

fn is_for_long(facts: &Facts<'_>) -> bool {
    seconds_left(facts).is_some_and(|left| left > 7.0 * 86_400.0)
}

fn left(facts: &Facts<'_>) -> Value {
    seconds_left(facts).map(f64::round).into()
}
