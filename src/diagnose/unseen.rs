//! Where the request's header fields were not seen, or a file's exporter left credentials out, their absence is no
//! evidence: unknown is not nothing.

use super::Held;
use crate::causes::{Evidence, Trust};
use crate::diagnosis::{Basis, Confidence, Subject};
use crate::facts::Facts;

/// Causes that rest on an `Authorization` field, a key or a password that was not there.
const BY_ABSENCE: &[&str] = &[
    "authorization-missing",
    "api-key-missing",
    "fetch-credentials",
    "cors-credentials",
    "redirect-dropped-authorization",
    "server-basic-auth",
    "gateway-auth",
    "token-kind",
    "csrf",
    "interference",
];

/// Causes that rest on cookies, of which a sanitised file shows none. Where only the fields of one request were not
/// seen, the jar tells which cookies would have gone.
const BY_COOKIES: &[&str] = &[
    "cookie-missing",
    "session-expired",
    "third-party-cookies",
    "challenge-handshake",
];

/// Evidence that something was not sent.
const ABSENCES: &[&str] = &["evidence.nothing-sent", "evidence.no-authorization"];

/// What could not be seen of the request, as the key of its words.
pub(super) fn key(facts: &Facts<'_>) -> Option<&'static str> {
    if facts.exchange.sanitized {
        Some("unknown.sanitized")
    } else if facts.headers_unseen() {
        Some("unknown.request-headers")
    } else {
        None
    }
}

/// The findings less what cannot be known: what the server itself said stays.
pub(super) fn weakened(facts: &Facts<'_>, mut held: Vec<Held>) -> Vec<Held> {
    let Some(unseen) = key(facts) else {
        return held;
    };
    let sanitized = facts.exchange.sanitized;
    let by_absence = |id: &str| BY_ABSENCE.contains(&id) || (sanitized && BY_COOKIES.contains(&id));
    let stands =
        |id: &str| facts.said.cause(id).is_some() || (!sanitized && offers_basic(facts, id));
    held.retain(|one| !by_absence(one.cause.id) || stands(one.cause.id));
    for one in &mut held {
        weaken(facts, one, by_absence(one.cause.id), unseen);
    }
    held
}

/// A challenge of the web server's own is there whatever was sent.
fn offers_basic(facts: &Facts<'_>, id: &str) -> bool {
    id == "server-basic-auth" && facts.challenged("basic")
}

fn weaken(facts: &Facts<'_>, one: &mut Held, by_absence: bool, unseen: &'static str) {
    let unknown = by_absence || matches!(one.cause.id, "no-credentials" | "cookie-missing");
    let finding = &mut one.finding;
    if unknown && !facts.said.names(one.cause.id) {
        finding.confidence = Confidence::Possible;
    }
    if one.cause.id == "no-credentials" {
        finding.variant = "unseen";
    }
    if facts.headers_unseen() {
        infer(facts, finding);
    }
    finding
        .evidence
        .retain(|evidence| !ABSENCES.contains(&evidence.key));
    if unknown || facts.headers_unseen() {
        finding
            .evidence
            .push(Evidence::unknown(Subject::Request, unseen));
    }
}

/// What the browser's rules say of a request that was not seen is inferred, and proves nothing.
fn infer(facts: &Facts<'_>, finding: &mut crate::causes::Finding) {
    if finding.trust == Trust::Browser && !facts.failing.on_preflight() && !facts.offered_in_vain()
    {
        finding.confidence = finding.confidence.min(Confidence::Likely);
    }
    for evidence in &mut finding.evidence {
        let of_request = matches!(
            evidence.kind,
            Subject::Cookie | Subject::Request | Subject::Header | Subject::Token
        );
        let own = evidence.key == "realm";
        if of_request && !own && evidence.basis == Basis::Observed {
            evidence.basis = Basis::Inferred;
        }
    }
}
