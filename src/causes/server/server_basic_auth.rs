//! A web-server Basic rule (`.htaccess`, `auth_basic`, staging protection) guards this address, beside or instead of the application's own sign-in.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "server-basic-auth";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
