//! A `Secure` cookie was not kept or not sent, because the connection is plain http.

use crate::causes::withheld::{refused_for, withheld_for};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "cookie-secure";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = refused_for(facts, |reason| reason == StoreReason::SecureOnly)
        .or_else(|| withheld_for(facts, |reason| reason == SendReason::SecureOnly))?;
    Some(
        finding
            .fix(Fix::frontend(Effort::Easy, "use-https"))
            .fix(Fix::backend(Effort::Easy, "redirect-https").snippet("redirect-https"))
            .fix(Fix::person(Effort::Easy, "type-https")),
    )
}
