//! A bound token or session without its proof: `DPoP` proof or nonce, mutual-TLS binding, device-bound session (DBSC).

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::is_accepted;
use crate::token::credential::{self, Kind};

const ID: &str = "token-binding";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const PROOF: Signal = Signal::RequestField("dpop");
const NONCE: Signal = Signal::ResponseField("dpop-nonce");
const BOUND: Signal = Signal::Own("the token is bound to a key (cnf; RFC 7800)", is_bound);

const OF_ANOTHER: Signal = Signal::Own(
    "the proof's ath is that of an earlier token",
    is_of_another_token,
);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        Rule::said("said-with-nonce", ID)
            .when(&[NONCE])
            .variant("nonce"),
        Rule::said("said", ID),
        Rule::likely("nonce-for-proof", Trust::Header)
            .when(&[NONCE, PROOF])
            .variant("nonce"),
        Rule::likely("nonce-for-scheme", Trust::Header)
            .when(&[NONCE, Signal::Own("the scheme DPoP was sent", is_of_dpop)])
            .variant("nonce"),
        Rule::likely("session-challenge", Trust::Header)
            .when(&[Signal::Own(
                "the response challenges a device-bound session",
                is_session_challenged,
            )])
            .variant("session"),
        Rule::certain("proof-of-another-token", Trust::Credential)
            .when(&[OF_ANOTHER])
            .unless(&[Signal::Own("the server names another cause", names_another)])
            .variant("other-token"),
        Rule::likely("proof-of-another-token-and-words", Trust::Credential)
            .when(&[OF_ANOTHER])
            .variant("other-token"),
        Rule::likely("bound-without-proof", Trust::Credential)
            .when(&[BOUND])
            .unless(&[PROOF, Signal::TokenExpired]),
        Rule::likely("dpop-without-proof", Trust::Header)
            .when(&[Signal::AuthorizationSent, Signal::Challenged("DPoP")])
            .unless(&[Signal::Challenged("Bearer"), PROOF]),
    ],
    because: &[
        Because::observed(Subject::Header, "with-proof").when(&[PROOF]),
        Because::observed(Subject::Header, "without-proof")
            .when(&[Signal::Own("the request has no dpop", is_without_proof)]),
        Because::observed(Subject::Token, "bound").when(&[BOUND]),
        Because::observed(Subject::Token, "hash-of-another").when(&[OF_ANOTHER]),
    ],
    hides: &["token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::frontend(Effort::Medium, "prove").snippet("dpop"),
        Repair::backend(Effort::Medium, "nonce"),
    ],
    ..Rules::BARE
};

fn is_bound(facts: &Facts<'_>) -> bool {
    facts
        .bearer()
        .and_then(|bearer| bearer.claims)
        .is_some_and(|claims| claims.has("cnf"))
}

fn is_of_dpop(facts: &Facts<'_>) -> bool {
    let sent = facts.credentials.authorization.as_ref();
    sent.is_some_and(|sent| sent.is("DPoP"))
}

fn is_without_proof(facts: &Facts<'_>) -> bool {
    !PROOF.holds(facts)
}

/// By the field's names of then and now.
fn is_session_challenged(facts: &Facts<'_>) -> bool {
    ["secure-session-challenge", "sec-session-challenge"]
        .iter()
        .any(|name| facts.answer_header(name).is_some())
}

fn names_another(facts: &Facts<'_>) -> bool {
    facts.said.names_beside(&[ID, "token-invalid"])
}

/// The proof names by its hash a token that went with an earlier proof, and another one was sent now: it was renewed,
/// and the proof was not (RFC 9449, 4.3).
fn is_of_another_token(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let (Some(hash), Some(token)) = (hash_in_proof(own), own.request.header("authorization"))
    else {
        return false;
    };
    let earlier = facts.exchange.entries.iter().take(facts.failing.index);
    earlier.filter(|entry| is_accepted(entry)).any(|entry| {
        hash_in_proof(entry).as_ref() == Some(&hash)
            && entry
                .request
                .header("authorization")
                .is_some_and(|earlier| earlier != token)
    })
}

/// `ath` of a request's DPoP proof, as far as it is kept.
fn hash_in_proof(entry: &Entry) -> Option<String> {
    match credential::read(entry.request.header("dpop")?).kind {
        Kind::Jwt(claims) => claims.ath,
        _ => None,
    }
}
