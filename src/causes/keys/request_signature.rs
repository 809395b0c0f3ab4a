//! A signed request (AWS SigV4, HMAC, OAuth 1, signed URL) does not verify, or its time is off.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "request-signature";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
