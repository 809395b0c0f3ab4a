//! The browser blocks or partitions third-party cookies.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "third-party-cookies";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
