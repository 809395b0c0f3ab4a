//! A `Secure` cookie not stored or not sent over plain http.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-secure";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
