//! A gateway, proxy or identity-aware access layer in front of the application wants its own credentials, or strips ours before the application sees them.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "gateway-auth";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
