//! Withheld: `SameSite=Strict` on a request that came from another site.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "samesite-strict";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
