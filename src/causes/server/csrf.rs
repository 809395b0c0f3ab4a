//! The anti-forgery token is missing or stale, answered as 401.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "csrf";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
