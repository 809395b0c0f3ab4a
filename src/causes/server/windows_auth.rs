//! Negotiate, NTLM or Kerberos did not complete.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "windows-auth";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
