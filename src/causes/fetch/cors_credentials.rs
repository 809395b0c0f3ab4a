//! The answer does not allow credentials: `Access-Control-Allow-Origin: *`, wrong origin, or no `Access-Control-Allow-Credentials: true`.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cors-credentials";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
