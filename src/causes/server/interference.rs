//! Another extension or a security program removed or changed the credentials.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "interference";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
