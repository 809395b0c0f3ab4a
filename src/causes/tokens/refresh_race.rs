//! Two tabs or two calls refreshed at once; rotation made the other one's token stale.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "refresh-race";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
