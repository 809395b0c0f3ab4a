//! The cookie was set for another path than the one asked.

use crate::causes::withheld::{home_finding, sent_home};
use crate::causes::{Cause, Finding, Fix};
use crate::cookie::reason::SendReason;
use crate::diagnosis::Effort;
use crate::facts::Facts;

const ID: &str = "cookie-path";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let found = sent_home(facts, |reason| matches!(reason, SendReason::NotOnPath))?;
    Some(
        home_finding(facts, found)
            .fix(Fix::backend(Effort::Easy, "root-path").snippet("cookie-path")),
    )
}
