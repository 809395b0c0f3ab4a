//! Cookies that were in the jar and went: what the browser told of their removal.

use crate::cookie::host::domain_match;
use crate::exchange::{Loss, LossCause};
use crate::facts::Facts;
use crate::facts::names::CookieRole;

/// What need not be named beside a cookie that is known to have gone.
pub(in crate::causes) const EXPLAINED_BY_LOSS: &[&str] = &[
    "no-credentials",
    "authorization-missing",
    "cookie-missing",
    "session-expired",
];

/// The cookies of sessions of this host that had gone by such a cause when the request went out, the last first.
pub(in crate::causes) fn session_lost<'a>(
    facts: &'a Facts<'_>,
    by: impl Fn(LossCause) -> bool,
) -> impl Iterator<Item = &'a Loss> {
    let before = |loss: &Loss| {
        loss.time
            .zip(facts.entry().started)
            .is_none_or(|(lost, asked)| lost <= asked)
    };
    facts.exchange.losses.iter().rev().filter(move |loss| {
        by(loss.cause)
            && CookieRole::of(&loss.name) == CookieRole::Session
            && covers(facts, &loss.domain)
            && before(loss)
    })
}

/// Whether a cookie of this domain, in the API's form with a dot unless host-only, would go to the host asked.
pub(in crate::causes) fn covers(facts: &Facts<'_>, domain: &str) -> bool {
    let host = facts.request.host();
    match domain.strip_prefix('.') {
        Some(wide) => domain_match(host, wide),
        None => host == domain,
    }
}
