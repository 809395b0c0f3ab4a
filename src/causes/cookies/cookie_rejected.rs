//! The browser refused the `Set-Cookie` for another reason: `__Host-`/`__Secure-` rules, public suffix, size, control characters, `Partitioned` without `Secure`.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "cookie-rejected";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
