//! A `SameSite=Strict` cookie stayed home on a request that came from another site, or was not kept from one.

use crate::causes::withheld::{
    crossing, home_finding, main_store_reason, not_kept, refused_finding, sent_home,
};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "samesite-strict";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let refused = not_kept(facts, |one| {
        matches!(main_store_reason(one), Some(StoreReason::SameSiteStrict(_)))
    });
    let finding = match refused {
        Some(refused) => refused_finding(refused),
        None => {
            let found = sent_home(facts, |reason| {
                matches!(reason, SendReason::SameSiteStrict(_))
            })?;
            let twin = found
                .0
                .verdict
                .reasons
                .iter()
                .find_map(|reason| match reason {
                    SendReason::SameSiteStrict(twin) => Some(*twin),
                    _ => None,
                });
            crossing(facts, home_finding(facts, found), twin)
        }
    };
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "lax").snippet("cookie-lax"))
            .fix(Fix::person(Effort::Easy, "fix.open-directly"))
            .fix(Fix::frontend(Effort::Medium, "land-softly"))
            .fix(Fix::backend(Effort::Hard, "same-site-host")),
    )
}
