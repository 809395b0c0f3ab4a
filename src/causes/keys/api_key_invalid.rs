//! A key was sent and refused: wrong, rotated, deleted, other project or mode.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "api-key-invalid";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
