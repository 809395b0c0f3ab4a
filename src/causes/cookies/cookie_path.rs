//! Set for another path.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-path";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
