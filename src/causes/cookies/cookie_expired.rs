//! The browser itself let the cookie go: `Expires`/`Max-Age` passed.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-expired";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
