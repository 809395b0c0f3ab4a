//! Valid, but without the scope, role or permission wanted, and the API answers 401 for it.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-scope";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
