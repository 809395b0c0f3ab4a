//! The session cookie was sent and the server no longer accepts it: timed out, ended, or from a lost session store.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "session-expired";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
