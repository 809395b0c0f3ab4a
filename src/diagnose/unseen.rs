//! How a finding is told where the request's header fields were not seen, or a file's exporter left credentials out:
//! what is not there is unknown. What that does to its sureness stands in [`super::policy`].

use super::judge::Ranked;
use super::policy;
use crate::causes::Evidence;
use crate::diagnosis::{Basis, Subject};
use crate::facts::Facts;

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

/// The findings, told without what cannot be known.
pub(super) fn told(facts: &Facts<'_>, mut found: Vec<Ranked>) -> Vec<Ranked> {
    if let Some(unseen) = key(facts) {
        for one in &mut found {
            tell(facts, one, unseen);
        }
    }
    found
}

fn tell(facts: &Facts<'_>, one: &mut Ranked, unseen: &'static str) {
    let finding = &mut one.finding;
    if one.cause.id == "no-credentials" {
        finding.variant = "unseen";
    }
    if facts.headers_unseen() {
        infer(finding);
    }
    finding
        .evidence
        .retain(|evidence| !ABSENCES.contains(&evidence.key));
    if policy::rests_on_absence(one.cause.id) || facts.headers_unseen() {
        finding
            .evidence
            .push(Evidence::unknown(Subject::Request, unseen));
    }
}

/// What the browser's rules say of a request that was not seen is inferred.
fn infer(finding: &mut crate::causes::Finding) {
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
