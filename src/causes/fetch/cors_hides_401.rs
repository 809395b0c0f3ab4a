//! The 401 itself lacks CORS headers, so the page's code sees a network error and no status.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cors-hides-401";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
