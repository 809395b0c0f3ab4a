//! Signed in elsewhere; the device or session limit ended this one.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "session-displaced";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
