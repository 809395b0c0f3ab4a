//! Where a file's exporter left out cookies and credentials, their absence is no evidence.

use super::Held;
use crate::causes::Evidence;
use crate::diagnosis::{Confidence, Subject};
use crate::facts::Facts;

/// Causes that rest on a cookie or an `Authorization` field that was not there.
const BY_ABSENCE: &[&str] = &[
    "authorization-missing",
    "cookie-missing",
    "session-expired",
    "fetch-credentials",
    "cors-credentials",
    "third-party-cookies",
    "redirect-dropped-authorization",
    "server-basic-auth",
    "gateway-auth",
    "challenge-handshake",
    "token-kind",
    "csrf",
];

/// Evidence that something was not sent.
const ABSENCES: &[&str] = &["evidence.nothing-sent", "evidence.no-authorization"];

/// The findings less what a sanitised file cannot show: what the server itself said stays.
pub(super) fn weakened(facts: &Facts<'_>, mut held: Vec<Held>) -> Vec<Held> {
    if !facts.exchange.sanitized {
        return held;
    }
    held.retain(|one| {
        !BY_ABSENCE.contains(&one.cause.id) || facts.said.cause(one.cause.id).is_some()
    });
    for one in &mut held {
        let by_absence = one.cause.id == "no-credentials" || BY_ABSENCE.contains(&one.cause.id);
        if by_absence && !facts.said.names(one.cause.id) {
            one.finding.confidence = Confidence::Possible;
        }
        if one.cause.id == "no-credentials" {
            one.finding.variant = "unseen";
        }
        one.finding
            .evidence
            .retain(|evidence| !ABSENCES.contains(&evidence.key));
        if by_absence {
            one.finding
                .evidence
                .push(Evidence::unknown(Subject::Request, "unknown.sanitized"));
        }
    }
    held
}
