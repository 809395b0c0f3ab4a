//! Set for another host or subdomain than the one asked, or a `Domain` that the setting host may not use.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-domain";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
