//! A bound token or session without its proof: DPoP proof or nonce, mutual-TLS binding, device-bound session (DBSC).

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-binding";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
