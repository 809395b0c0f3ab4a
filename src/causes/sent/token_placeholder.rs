//! The credential is a literal stand-in.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-placeholder";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
