//! A paid plan or licence is wanted.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "subscription-required";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
