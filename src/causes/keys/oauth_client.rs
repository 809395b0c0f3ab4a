//! The OAuth client itself is refused: id, secret, redirect URI, grant.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "oauth-client";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
