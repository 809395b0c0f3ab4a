//! Mutual TLS: no, or no acceptable, client certificate.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "client-certificate";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
