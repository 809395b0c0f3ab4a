//! The cookie belongs to another host or subdomain than the one asked, or was set with a `Domain` that its host may
//! not use.

use crate::causes::withheld::{
    home_finding, main_store_reason, not_kept, refused_finding, sent_home,
};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::cookie::verdict::SetCookieVerdict;
use crate::cookie::{site, suffix};
use crate::diagnosis::Effort;
use crate::facts::Facts;
use crate::facts::request::is_local;

const ID: &str = "cookie-domain";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// Whether `Domain` names another host. One that is a public suffix is refused whoever sets it, and another cause.
pub(super) fn names_another_host(one: &SetCookieVerdict) -> bool {
    let domain = one
        .cookie
        .domain
        .as_deref()
        .unwrap_or_default()
        .trim_start_matches('.')
        .to_ascii_lowercase();
    matches!(main_store_reason(one), Some(StoreReason::InvalidDomain))
        && suffix::public_suffix(&domain) != Some(domain.as_str())
        && !site::of_host(&domain).is_empty()
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = match not_kept(facts, names_another_host) {
        Some(refused) => refused_finding(refused)
            .fix(Fix::backend(Effort::Easy, "own-domain").snippet("cookie-domain")),
        None => {
            let found = sent_home(facts, |reason| matches!(reason, SendReason::DomainMismatch))?;
            let domain = &found.0.verdict.domain;
            let local = is_local(domain)
                && facts.request.is_local()
                && site::of_host(domain) != site::of_host(facts.request.host());
            let host_only = found.0.cookie.host_only;
            let finding = home_finding(facts, found);
            if local {
                // Names of one machine share no domain that a cookie could be set for.
                finding
                    .variant("local")
                    .fix(Fix::person(Effort::Easy, "go-there"))
                    .fix(Fix::frontend(Effort::Easy, "one-name"))
                    .fix(Fix::backend(Effort::Easy, "serve-one-name"))
            } else {
                let finding = if host_only {
                    finding.variant("sibling")
                } else {
                    finding
                };
                finding
                    .fix(Fix::backend(Effort::Easy, "wide-domain").snippet("cookie-domain"))
                    .fix(Fix::person(Effort::Easy, "go-there"))
                    .fix(Fix::frontend(Effort::Easy, "one-host"))
            }
        }
    };
    Some(finding)
}
