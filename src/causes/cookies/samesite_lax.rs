//! A `SameSite=Lax` cookie, stated or by default, stayed home on a cross-site request that is no plain navigation, or was not kept from one.

use crate::causes::withheld::{crossing, home_finding, refused_for, sent_home};
use crate::causes::{Cause, Evidence, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason, Twin};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::SameSite;
use crate::facts::Facts;

const ID: &str = "samesite-lax";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

/// How the request crossed sites, if that is what kept the cookie.
fn twin(reason: SendReason) -> Option<Twin> {
    match reason {
        SendReason::SameSiteLax(twin) | SendReason::SameSiteUnspecifiedTreatedAsLax(twin) => {
            Some(twin)
        }
        _ => None,
    }
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = refused_for(facts, |reason| {
        matches!(
            reason,
            StoreReason::SameSiteLax(_) | StoreReason::SameSiteUnspecifiedTreatedAsLax(_)
        )
    })
    .or_else(|| withheld(facts))?;
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "none-secure").snippet("cookie-none"))
            .fix(Fix::frontend(Effort::Medium, "same-site"))
            .fix(Fix::person(Effort::Medium, "open-there")),
    )
}

fn withheld(facts: &Facts<'_>) -> Option<Finding> {
    let found = sent_home(facts, |reason| twin(reason).is_some())?;
    let crossed = found.0.verdict.reasons.iter().copied().find_map(twin);
    let unstated = found.0.cookie.same_site == SameSite::Unspecified;
    let finding = crossing(facts, home_finding(facts, found), crossed);
    Some(if unstated {
        finding.because(Evidence::inferred(Subject::Browser, "by-default"))
    } else {
        finding
    })
}
