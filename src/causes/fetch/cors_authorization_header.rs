//! The preflight does not allow the `Authorization` (or key) header, so the real request never leaves.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cors-authorization-header";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
