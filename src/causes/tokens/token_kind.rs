//! A real token of the wrong kind: ID or refresh token as access token, user for app token, opaque for JWT.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-kind";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
