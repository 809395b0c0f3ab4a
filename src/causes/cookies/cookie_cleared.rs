//! Something keeps deleting the cookies: a privacy tool, a cleaner, clear-on-exit, `Clear-Site-Data`.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-cleared";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
