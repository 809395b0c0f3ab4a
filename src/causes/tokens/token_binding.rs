//! A bound token or session without its proof: `DPoP` proof or nonce, mutual-TLS binding, device-bound session (DBSC).

use crate::causes::{Because, Cause, Check, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "token-binding";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "dpop"),
        Saying::names(ID, "use dpop nonce"),
        Saying::names(ID, "invalid dpop proof"),
        Saying::names(ID, "proof of possession"),
        Saying::names(ID, "certificate bound"),
        Saying::names(ID, "x5t s256"),
        Saying::names(ID, "cnf claim"),
        Saying::names(ID, "claim cnf"),
        Saying::names(ID, "token ~2 binding"),
        Saying::names(
            ID,
            "token|session ~3 bound ~3 device|certificate|key|client|browser",
        ),
        Saying::names(ID, "device bound session"),
        Saying::names(ID, "holder of key"),
        Saying::hints(ID, "thumbprint ~4 mismatch|match|matches|differs"),
        Saying::names(ID, "jkt ~3 match|matches|mismatch|missing|differs"),
        Saying::hints(ID, "fingerprint ~3 mismatch|match|token"),
    ],
    check: Check::Rules(&RULES),
    signs_out: false,
};

const PROOF: Signal = Signal::RequestField("dpop");
const NONCE: Signal = Signal::ResponseField("dpop-nonce");
const BOUND: Signal = Signal::Own("the token is bound to a key (cnf; RFC 7800)", is_bound);

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
