//! A bound token or session without its proof: `DPoP` proof or nonce, mutual-TLS binding, device-bound session (DBSC).

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
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
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// Fields of device-bound sessions, by their names of then and now.
const SESSION_FIELDS: &[&str] = &["secure-session-challenge", "sec-session-challenge"];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let request = &facts.entry().request;
    let answer = &facts.entry().response;
    let proof = request.header("dpop").is_some();
    let nonce = answer.header("dpop-nonce").is_some();
    let bound = facts
        .bearer()
        .and_then(|bearer| bearer.claims)
        .is_some_and(|claims| claims.has("cnf"));
    let sent = facts.credentials.has_authorization();
    let scheme = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|authorization| authorization.is("DPoP"));
    let session = SESSION_FIELDS
        .iter()
        .any(|name| answer.header(name).is_some());
    let (finding, variant) = if let Some(said) = Finding::said(&facts.said, ID) {
        (said, if nonce { "nonce" } else { "" })
    } else if nonce && (proof || scheme) {
        (Finding::likely(Trust::Header), "nonce")
    } else if session {
        (Finding::likely(Trust::Header), "session")
    } else if bound && !proof && !facts.token_is_over() {
        (Finding::likely(Trust::Credential), "")
    } else if sent && facts.challenged("DPoP") && !facts.challenged("Bearer") && !proof {
        (Finding::likely(Trust::Header), "")
    } else {
        return None;
    };
    let finding = if proof {
        finding.because(Evidence::observed(Subject::Header, "with-proof"))
    } else {
        finding.because(Evidence::observed(Subject::Header, "without-proof"))
    };
    let finding = if bound {
        finding.because(Evidence::observed(Subject::Token, "bound"))
    } else {
        finding
    };
    Some(
        finding
            .variant(variant)
            .hiding(&["token-invalid"])
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::frontend(Effort::Medium, "prove").snippet("dpop"))
            .fix(Fix::backend(Effort::Medium, "nonce")),
    )
}
