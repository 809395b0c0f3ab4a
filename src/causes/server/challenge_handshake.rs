//! No fault: the first step of a sign-in that then succeeds (Basic, Negotiate, NTLM, token refresh and retry).

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "challenge-handshake";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
