//! Two cookies of one name; the server reads the stale one.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-shadowed";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
