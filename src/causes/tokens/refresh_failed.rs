//! The refresh that should have renewed the token or session failed before this request.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "refresh-failed";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
