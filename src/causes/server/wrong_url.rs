//! Another host, region, version, path or environment than the one the credentials are for.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "wrong-url";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
