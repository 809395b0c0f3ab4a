//! The server's own trouble, answered as 401: verification keys not fetched, session store down, middleware order, workers that disagree, another error masked as 401.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "server-fault";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
