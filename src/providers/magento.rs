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
        Saying::names("permission-denied", "consumer isnt authorized to access"),
        Saying::names("login-rejected", "account sign in was incorrect"),
        Saying::names("login-rejected", "invalid login or password"),
        Saying::names("account-locked", "account is ~2 disabled ~2 temporarily"),
        Saying::names("token-expired", "specified token ~2 expired"),
    ],
    ..Provider::BARE
};
