//! Minted by another issuer or for another environment (staging token on production, another tenant).

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-issuer";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
