//! Known, but not allowed: what should have been a 403.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "permission-denied";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
