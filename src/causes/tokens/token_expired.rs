//! The access token is past its `exp`, or the server says it has expired.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-expired";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
