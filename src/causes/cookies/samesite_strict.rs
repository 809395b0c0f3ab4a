//! A `SameSite=Strict` cookie stayed home on a request that came from another site, or was not kept from one.

use crate::causes::withheld::{crossing, home_finding, refused_for, sent_home};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason, Twin};
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "samesite-strict";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = refused_for(facts, |reason| {
        matches!(reason, StoreReason::SameSiteStrict(_))
    })
    .or_else(|| withheld(facts))?;
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "lax").snippet("cookie-lax"))
            .fix(Fix::person(Effort::Easy, "fix.open-directly"))
            .fix(Fix::frontend(Effort::Medium, "land-softly"))
            .fix(Fix::backend(Effort::Hard, "same-site-host")),
    )
}

/// How the request crossed sites, if that is what kept the cookie.
fn twin(reason: SendReason) -> Option<Twin> {
    match reason {
        SendReason::SameSiteStrict(twin) => Some(twin),
        _ => None,
    }
}

fn withheld(facts: &Facts<'_>) -> Option<Finding> {
    let found = sent_home(facts, |reason| twin(reason).is_some())?;
    let crossed = found.0.verdict.reasons.iter().copied().find_map(twin);
    Some(crossing(facts, home_finding(facts, found), crossed))
}
