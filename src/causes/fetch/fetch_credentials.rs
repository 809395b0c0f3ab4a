//! The request's credentials mode left eligible cookies at home: a cross-origin `fetch`/XHR without `credentials: "include"` / `withCredentials`, `omit`, a manifest, font, module or image in anonymous mode.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "fetch-credentials";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
