//! A redirect to another origin (http→https, apex→www, trailing slash behind a proxy) lost the `Authorization` header.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "redirect-dropped-authorization";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
