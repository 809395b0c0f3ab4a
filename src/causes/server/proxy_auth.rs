//! An HTTP proxy wants credentials (407, or a 401 of the proxy).

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "proxy-auth";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
