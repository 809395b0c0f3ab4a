//! `nbf` or `iat` lies in the future as the server sees it.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::clock::LEEWAY;
use crate::speech::Saying;
use crate::token::claims::NumericDate;

const ID: &str = "token-not-yet-valid";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "token|jwt ~3 not ~1 yet ~1 valid|active"),
        Saying::names(ID, "token|jwt ~2 not valid|accepted before|until"),
        Saying::names(ID, "must not be accepted before"),
        Saying::names(ID, "jwt not active"),
        Saying::names(ID, "not before error"),
        Saying::names(ID, "token|jwt ~2 used before"),
        Saying::names(ID, "used before issued"),
        Saying::names(ID, "token|jwt ~3 too early"),
        Saying::names(ID, "token|jwt|iat|issued ~4 future"),
        Saying::names(ID, "nbf claim"),
        Saying::names(ID, "claim nbf"),
        Saying::names(ID, "iat claim timestamp"),
        Saying::names(ID, "not before ~2 future"),
        Saying::names(ID, "premature ~1 jwt"),
        Saying::names(ID, "handle token prior"),
        Saying::names(ID, "handle token ~3 prior"),
        Saying::names(ID, "token|jwt ~1 not|cannot|cant ~2 used ~1 before"),
        Saying::names(ID, "immature signature"),
        Saying::names(ID, "token ~3 noch nicht gültig"),
        Saying::names(ID, "token ~3 pas encore valide"),
        Saying::names(ID, "token ~3 aún no ~2 válido"),
        Saying::names(ID, "token ~3 ainda não ~2 válido"),
        Saying::names(ID, "尚未生效|还未生效|未到生效时间"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let bearer = facts.bearer();
    let claims = bearer.and_then(|bearer| bearer.claims);
    let early = claims
        .and_then(|claims| facts.early(claims))
        .filter(|early| *early > 0.0);
    let said = Finding::said(&facts.said, ID);
    let finding = match (said, early) {
        // The server's word is about the clocks where these visibly differ.
        (Some(said), _) if facts.clock.differ() => Finding::possible(said.trust),
        (Some(said), _) => said,
        (None, Some(early)) if facts.clock.differ() && early < LEEWAY => return None,
        (None, Some(_)) if facts.clock.differ() => Finding::possible(Trust::Credential),
        (None, Some(early)) if early > LEEWAY => Finding::likely(Trust::Credential),
        // Verifiers without leeway refuse a token whose first second has not begun by their own clock.
        (None, Some(_)) if facts.clock.server.is_some() && calls_it_invalid(facts) => {
            Finding::likely(Trust::Credential)
        }
        // Servers that write their `Date` once a second are behind by one more.
        (None, Some(early)) if early > facts.clock.uncertainty + 1.0 => {
            Finding::possible(Trust::Credential)
        }
        _ => return None,
    };
    let milliseconds = claims.is_some_and(|claims| {
        [claims.nbf, claims.iat]
            .iter()
            .flatten()
            .any(NumericDate::looks_like_milliseconds)
    });
    let finding = match early {
        Some(early) => finding
            .arg("early", early.round())
            .because(Evidence::observed(Subject::Token, "ahead").arg("early", early.round())),
        None => finding,
    };
    let finding = if milliseconds {
        finding
            .variant("milliseconds")
            .because(Evidence::observed(Subject::Token, "milliseconds"))
    } else {
        finding
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::person(Effort::Easy, "wait"))
            .fix(Fix::backend(Effort::Easy, "leeway").snippet("jwt-check"))
            .fix(Fix::backend(Effort::Medium, "synchronise")),
    )
}

fn calls_it_invalid(facts: &Facts<'_>) -> bool {
    facts
        .challenges
        .iter()
        .any(|challenge| challenge.param("error") == Some("invalid_token"))
        && !facts.said.names_beside(&[ID, "token-invalid"])
}
