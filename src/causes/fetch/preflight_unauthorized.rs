//! The server demands authentication of the `OPTIONS` preflight, which never carries credentials.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "preflight-unauthorized";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
