//! A hotel or airport network answered in the server's place.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "captive-portal";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
