//! Withheld: `SameSite=Lax`, stated or by default, on a cross-site subrequest or POST (schemeful: http and https differ).

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "samesite-lax";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
