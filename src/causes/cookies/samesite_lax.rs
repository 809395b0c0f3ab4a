//! A `SameSite=Lax` cookie, stated or by default, stayed home on a cross-site request that is no plain navigation, or was not kept from one.

use crate::causes::withheld::{
    crossing, home_finding, main_store_reason, not_kept, refused_finding, sent_home,
};
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
    let refused = not_kept(facts, |one| {
        matches!(
            main_store_reason(one),
            Some(StoreReason::SameSiteLax(_) | StoreReason::SameSiteUnspecifiedTreatedAsLax(_))
        )
    });
    let finding = match refused {
        Some(refused) => refused_finding(refused),
        None => {
            let found = sent_home(facts, |reason| twin(reason).is_some())?;
            let crossed = found
                .0
                .verdict
                .reasons
                .iter()
                .find_map(|reason| twin(*reason));
            let unstated = found.0.cookie.same_site == SameSite::Unspecified;
            let finding = crossing(facts, home_finding(facts, found), crossed);
            if unstated {
                finding.because(Evidence::inferred(Subject::Browser, "by-default"))
            } else {
                finding
            }
        }
    };
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "none-secure").snippet("cookie-none"))
            .fix(Fix::frontend(Effort::Medium, "same-site"))
            .fix(Fix::person(Effort::Medium, "open-there")),
    )
}
