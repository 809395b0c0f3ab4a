//! The session or token was cancelled because the password (or other security detail) changed.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "password-changed";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
