//! Signature, key or algorithm not accepted.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::token::claims::{Claims, Fault};
use crate::token::credential::Kind;

const ID: &str = "token-signature";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const EXPIRED: Signal = Signal::Named("token-expired");
const OF_REQUEST: Signal = Signal::Own("the signature of the request may be meant", is_of_request);
const UNCODED: Signal = Signal::Own("no code names it", is_uncoded);
const ALGORITHM: Signal = Signal::Own("the token names its algorithm (alg)", names_algorithm);
const KEY: Signal = Signal::Own("the token names its key (kid)", names_key);

static RULES: Rules = Rules {
    rows: &[
        Rule::said("coded", ID).when(&[Signal::Coded(ID)]),
        // What cannot be read at all has no signature that could be checked.
        Rule::said("said-of-a-malformed-token", ID)
            .when(&[Signal::TokenSent, Signal::Named("token-malformed")])
            .unless(&[OF_REQUEST, EXPIRED])
            .at_most(Confidence::Possible),
        // Where no JWT was sent, none can have been signed by another key.
        Rule::said("said-without-jwt", ID)
            .when(&[Signal::TokenSent])
            .unless(&[
                OF_REQUEST,
                EXPIRED,
                Signal::ClaimsRead,
                Signal::Own("the token may be a JWT that cannot be read", is_closed),
            ])
            .at_most(Confidence::Possible),
        // In a Bearer challenge "the signature is invalid" can mean no other signature.
        Rule::certain("said-in-bearer-challenge", Trust::Header)
            .when(&[
                Signal::TokenSent,
                Signal::SaidInHeader(ID),
                Signal::Challenged("Bearer"),
            ])
            .unless(&[OF_REQUEST, EXPIRED])
            .because(&[Because::observed(Subject::Server, "evidence.said-header")]),
        // "Signature has expired" is about the token's end, as PyJWT and Ruby's library say it.
        Rule::said("said", ID)
            .when(&[Signal::TokenSent])
            .unless(&[OF_REQUEST, EXPIRED]),
        // The issuer signs with a new key, and the API still holds the old ones: tokens of the same form were accepted.
        Rule::likely("other-key", Trust::Browser)
            .when(&[Signal::Own(
                "tokens of the same form that another key signed were accepted before",
                is_of_other_key,
            )])
            .unless(&[
                Signal::TokenAccepted,
                Signal::TokenExpired,
                Signal::NamedBeside(&[ID, "token-invalid", "token-malformed"]),
            ])
            .because(&[Because::observed(Subject::History, "other-key")]),
        Rule::likely("unsigned", Trust::Credential)
            .when(&[Signal::Own("the token is unsigned", is_unsigned)])
            .unless(&[Signal::Said(ID)])
            .because(&[Because::observed(Subject::Token, "unsigned")]),
    ],
    because: &[
        Because::observed(Subject::Token, "header").when(&[UNCODED, ALGORITHM, KEY]),
        Because::observed(Subject::Token, "header-alg").when(&[
            UNCODED,
            ALGORITHM,
            Signal::Own("the token does not name its key (kid)", names_no_key),
        ]),
    ],
    hides: &["token-invalid"],
    fills: &[("alg", algorithm), ("kid", key)],
    variants: &[
        ("named", &[UNCODED, ALGORITHM, KEY]),
        ("alg", &[UNCODED, ALGORITHM]),
    ],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::frontend(Effort::Easy, "whole"),
        Repair::backend(Effort::Medium, "keys").snippet("jwt-check"),
    ],
    ..Rules::BARE
};

fn claims<'a>(facts: &'a Facts<'_>) -> Option<&'a Claims> {
    facts.bearer()?.claims
}

fn is_uncoded(facts: &Facts<'_>) -> bool {
    !facts.said.coded(ID)
}

/// Of a JWT that was sent, "signature does not match" may be said as well as of a signed request.
fn is_of_request(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    facts.said.names("request-signature")
        && claims(facts).is_none()
        && !sent.is_some_and(|sent| sent.is("bearer"))
        && (facts.is_signed() || !facts.said.names(ID))
}

/// Encrypted, or of a form that no issuer is known by.
fn is_closed(facts: &Facts<'_>) -> bool {
    facts
        .bearer()
        .is_some_and(|bearer| matches!(bearer.token.credential.kind, Kind::Jwe | Kind::Opaque))
}

/// Whether `kid` is another than that of tokens of the same form that were accepted (RFC 7515, 4.1.4).
fn is_of_other_key(facts: &Facts<'_>) -> bool {
    let own = claims(facts).and_then(|claims| claims.kid.as_deref());
    let mut before = facts.accepted_alike().peekable();
    own.is_some()
        && before.peek().is_some()
        && before.all(|one| one.kid.is_some() && one.kid.as_deref() != own)
}

/// Nothing is signed (RFC 7519, section 6), which no API may accept.
fn is_unsigned(facts: &Facts<'_>) -> bool {
    claims(facts).is_some_and(|claims| {
        claims.faults.contains(&Fault::Unsigned)
            || claims
                .alg
                .as_deref()
                .is_some_and(|alg| alg.eq_ignore_ascii_case("none"))
    })
}

/// `alg` of the token's header, where the token is looked at.
fn alg<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let alg = claims(facts).filter(|_| is_uncoded(facts))?.alg.as_deref();
    alg.filter(|alg| !alg.trim().is_empty())
}

/// `kid` of the token's header, where the algorithm stands beside it.
fn kid<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    alg(facts)?;
    let kid = claims(facts)?.kid.as_deref();
    kid.filter(|kid| !kid.trim().is_empty())
}

fn names_algorithm(facts: &Facts<'_>) -> bool {
    alg(facts).is_some()
}

fn names_key(facts: &Facts<'_>) -> bool {
    kid(facts).is_some()
}

fn names_no_key(facts: &Facts<'_>) -> bool {
    kid(facts).is_none()
}

fn algorithm(facts: &Facts<'_>) -> Value {
    alg(facts).into()
}

fn key(facts: &Facts<'_>) -> Value {
    kid(facts).into()
}
