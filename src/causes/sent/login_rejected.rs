//! The failed request is itself the sign-in: wrong user name, password or code.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "login-rejected";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
