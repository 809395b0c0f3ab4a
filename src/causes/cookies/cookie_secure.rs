//! A `Secure` cookie was not kept or not sent, because the connection is plain http.

use crate::causes::withheld::{
    home_finding, main_store_reason, not_kept, refused_finding, sent_home,
};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "cookie-secure";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let refused = not_kept(facts, |one| {
        matches!(main_store_reason(one), Some(StoreReason::SecureOnly))
    });
    let finding = match refused {
        Some(refused) => refused_finding(refused),
        None => home_finding(
            facts,
            sent_home(facts, |reason| matches!(reason, SendReason::SecureOnly))?,
        ),
    };
    Some(
        finding
            .fix(Fix::frontend(Effort::Easy, "use-https"))
            .fix(Fix::backend(Effort::Easy, "redirect-https").snippet("redirect-https"))
            .fix(Fix::person(Effort::Easy, "type-https")),
    )
}
