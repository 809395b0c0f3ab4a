//! Signature, key or algorithm not accepted.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-signature";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
