//! The server calls the token invalid, says no more, and nothing local explains it.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-invalid";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
