//! A `SameSite=Lax` cookie, stated or by default, stayed home on a cross-site request that is no plain navigation, or was not kept from one.

use crate::causes::withheld::{home_finding, main_store_reason, not_kept, refused_finding, sent_home};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "samesite-lax";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let refused = not_kept(facts, |one| {
        matches!(main_store_reason(one), Some(StoreReason::SameSiteLax(_) | StoreReason::SameSiteUnspecifiedTreatedAsLax(_)))
    });
    let finding = match refused {
        Some(refused) => refused_finding(refused),
        None => home_finding(sent_home(facts, |reason| matches!(reason, SendReason::SameSiteLax(_) | SendReason::SameSiteUnspecifiedTreatedAsLax(_)))?),
    };
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "none-secure").snippet("express", "snippet-none"))
            .fix(Fix::frontend(Effort::Medium, "same-site")),
    )
}
