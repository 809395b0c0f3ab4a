//! `SameSite=None` without `Secure`: never stored.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "samesite-none-insecure";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
