//! Magento: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "magento",
    name: "Magento",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::HeaderPrefix("x-magento-"), Mark::Cookie("mage-")],
    says: &[
        Saying::names("permission-denied", "the consumer isnt authorized to access"),
        Saying::names("login-rejected", "you did not sign in correctly"),
    ],
};
