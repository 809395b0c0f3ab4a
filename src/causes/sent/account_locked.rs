//! The account is locked, disabled, unverified, or stopped (a CAPTCHA, a waiting time) after too many tries.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "account-locked";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
