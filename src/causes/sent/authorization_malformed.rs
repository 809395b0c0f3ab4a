//! The header is there, but is not `scheme SP credentials`.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "authorization-malformed";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
