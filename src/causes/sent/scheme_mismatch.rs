//! Well formed, but of a scheme that the server does not offer.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "scheme-mismatch";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
