//! Not a whole, decodable token.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "token-malformed";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
