//! Someone who had signed in has no session cookie for this host any more, and nothing shows how it went.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-missing";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
