//! Magento: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "magento",
    name: "Magento",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/magento/magento2/blob/0a39fe6b0eefd3e426ad14bc845912441cfd8779/app/code/Magento/Integration/Model/CustomerTokenService.php",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderPrefix("x-magento-"), Mark::Cookie("mage-")],
    says: &[
        Saying::names(
            "permission-denied",
            "the consumer isnt authorized to access",
        ),
        Saying::names("login-rejected", "you did not sign in correctly"),
        Saying::names("permission-denied", "consumer isnt authorized to access"),
        Saying::names("login-rejected", "account sign in was incorrect"),
        Saying::names("login-rejected", "invalid login or password"),
        Saying::names("account-locked", "account is ~2 disabled ~2 temporarily"),
        Saying::names("token-expired", "specified token ~2 expired"),
    ],
    ..Provider::BARE
};
