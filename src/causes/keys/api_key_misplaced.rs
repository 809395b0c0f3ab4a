//! A key was sent where the API does not look.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "api-key-misplaced";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
