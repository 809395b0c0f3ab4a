//! Withdrawn: signed out everywhere, rotated, deleted, application access removed.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-revoked";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
