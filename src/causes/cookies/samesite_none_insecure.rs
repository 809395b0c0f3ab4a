//! `SameSite=None` without `Secure`: browsers do not keep such a cookie.

use crate::causes::withheld::{
    home_finding, main_store_reason, not_kept, refused_finding, sent_home,
};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "samesite-none-insecure";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let refused = not_kept(facts, |one| {
        matches!(
            main_store_reason(one),
            Some(StoreReason::SameSiteNoneInsecure)
        )
    });
    let finding = match refused {
        Some(refused) => refused_finding(refused),
        None => home_finding(
            facts,
            sent_home(facts, |reason| {
                matches!(reason, SendReason::SameSiteNoneInsecure)
            })?,
        ),
    };
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "add-secure").snippet("cookie-none"))
            .fix(Fix::backend(Effort::Easy, "lax").snippet("cookie-lax")),
    )
}
