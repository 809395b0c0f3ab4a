//! The device's clock (or the issuer's) is off far enough to break token checks.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "clock-skew";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
