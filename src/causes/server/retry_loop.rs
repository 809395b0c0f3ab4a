//! The client repeats the failing request without end.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "retry-loop";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
