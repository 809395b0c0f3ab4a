//! The API wants a key and none was sent.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "api-key-missing";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
