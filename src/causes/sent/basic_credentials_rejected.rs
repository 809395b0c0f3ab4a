//! Basic or Digest user name and password were sent, well formed, and refused.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "basic-credentials-rejected";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
