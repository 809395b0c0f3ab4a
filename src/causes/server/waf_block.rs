//! A firewall or bot rule answered.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "waf-block";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
