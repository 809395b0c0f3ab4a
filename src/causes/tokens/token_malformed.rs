//! Not a whole, decodable token.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::token::credential::Kind;

const ID: &str = "token-malformed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const DATE_TEXT: Signal = Signal::Own("a date of the token is a text", |facts| {
    has(facts, Defect::DateText)
});
const BROKEN: Signal = Signal::Own("the token is a JWT that cannot be decoded", |facts| {
    has(facts, Defect::Broken)
});
const STRAY: Signal = Signal::Own("the token holds a character that none can hold", |facts| {
    has(facts, Defect::Stray)
});
const ADDRESS: Signal = Signal::Own("the token is an address", |facts| {
    has(facts, Defect::Address)
});
const QUOTED: Signal = Signal::Own("the token holds a quote, a space or a comma", |facts| {
    has(facts, Defect::Quoted)
});
const ENCODED: Signal = Signal::Own("the token is percent-encoded", |facts| {
    has(facts, Defect::Encoded)
});

static RULES: Rules = Rules {
    when: &[Signal::TokenSent],
    rows: &[
        // An intact token that the server cannot decode is of another kind than it expects.
        Rule::said("said-of-an-intact-token", ID)
            .unless(&[
                Signal::ClaimsRead,
                Signal::Own("a defect of the token can be seen", is_defective),
            ])
            .at_most(Confidence::Likely),
        Rule::said("said", ID),
        Rule::likely("date-text", Trust::Credential).when(&[DATE_TEXT]),
        Rule::likely("broken", Trust::Credential).when(&[BROKEN]),
        Rule::likely("stray", Trust::Credential).when(&[STRAY]),
        Rule::likely("address", Trust::Credential).when(&[ADDRESS]),
        Rule::possible("quoted", Trust::Credential).when(&[QUOTED]),
        Rule::possible("encoded", Trust::Credential).when(&[ENCODED]),
    ],
    because: &[
        Because::observed(Subject::Token, "date-text").when(&[DATE_TEXT]),
        Because::observed(Subject::Token, "broken").when(&[BROKEN]),
        Because::observed(Subject::Token, "stray").when(&[STRAY]),
        Because::observed(Subject::Token, "url").when(&[ADDRESS]),
        Because::observed(Subject::Token, "stray").when(&[QUOTED]),
        Because::observed(Subject::Token, "encoded").when(&[ENCODED]),
    ],
    hides: &["token-invalid"],
    fills: &[("octets", octets), ("name", name)],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::frontend(Effort::Easy, "send-whole"),
        Repair::backend(Effort::Medium, "long-headers").snippet("long-headers"),
    ],
    ..Rules::BARE
};

/// What can be seen to be wrong with a token; of several, the first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Defect {
    /// RFC 7519, 2: a `NumericDate` is a number, and strict readers reject any other.
    DateText,
    Broken,
    Stray,
    Address,
    Quoted,
    Encoded,
}

fn defect(facts: &Facts<'_>) -> Option<Defect> {
    let bearer = facts.bearer()?;
    let credential = bearer.token.credential;
    let place = bearer.token.place;
    let dates = bearer.claims.map(|one| [one.exp, one.nbf, one.iat]);
    let found = [
        (
            Defect::DateText,
            dates.iter().flatten().flatten().any(|date| date.text),
        ),
        // A cookie is often a framework's own signed value that only resembles a token.
        (
            Defect::Broken,
            matches!(credential.kind, Kind::JwtBroken(_)) && place != Place::Cookie,
        ),
        (
            Defect::Stray,
            credential.line_break || credential.control || credential.non_ascii,
        ),
        (Defect::Address, credential.url),
        (
            Defect::Quoted,
            place == Place::Authorization
                && (credential.quoted || credential.whitespace || credential.comma),
        ),
        (
            Defect::Encoded,
            credential.encoded && place != Place::Cookie,
        ),
    ];
    let mut found = found.into_iter().filter(|(_, seen)| *seen);
    found.next().map(|(defect, _)| defect)
}

fn has(facts: &Facts<'_>, one: Defect) -> bool {
    defect(facts) == Some(one)
}

fn is_defective(facts: &Facts<'_>) -> bool {
    defect(facts).is_some()
}

fn octets(facts: &Facts<'_>) -> Value {
    facts
        .bearer()
        .map(|bearer| bearer.token.credential.octets)
        .into()
}

fn name(facts: &Facts<'_>) -> Value {
    facts.bearer().map(|bearer| bearer.token.name).into()
}
