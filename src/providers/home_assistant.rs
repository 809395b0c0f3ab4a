//! Home Assistant: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "home-assistant",
    name: "Home Assistant",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Realm("Basic", "Home Assistant")],
    says: &[
        Saying::names("account-locked", "ip ~3 banned"),
        Saying::names("login-rejected", "invalid auth ~3 password"),
    ],
    ..Provider::BARE
};
