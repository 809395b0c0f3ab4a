//! `SameSite=None` without `Secure`: browsers do not keep such a cookie.

use crate::causes::withheld::{refused_for, withheld_for};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "samesite-none-insecure";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = refused_for(facts, |reason| reason == StoreReason::SameSiteNoneInsecure)
        .or_else(|| withheld_for(facts, |reason| reason == SendReason::SameSiteNoneInsecure))?;
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "add-secure").snippet("cookie-none"))
            .fix(Fix::backend(Effort::Easy, "lax").snippet("cookie-lax")),
    )
}
