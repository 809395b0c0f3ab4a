//! `nbf` or `iat` lies in the future as the server sees it.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-not-yet-valid";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
