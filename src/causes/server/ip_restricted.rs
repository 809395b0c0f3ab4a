//! The address is not on the allow list: VPN, proxy, region.

use crate::causes::{Cause, Finding};
use crate::facts::Facts;

const ID: &str = "ip-restricted";

/// The cause.
pub static CAUSE: Cause = Cause { id: ID, says: &[], examine };

fn examine(_facts: &Facts<'_>) -> Option<Finding> {
    None
}
