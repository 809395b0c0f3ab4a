//! A second factor, single sign-on, or a fresher, stronger sign-in is wanted.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "mfa-required";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
