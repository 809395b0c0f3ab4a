//! Rocket.Chat: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "rocketchat",
    name: "Rocket.Chat",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Header("x-rocketchat-")],
    says: &[
        Saying::names("no-credentials", "you must be logged in to do this"),
        Saying::names("login-rejected", "error user not found|unauthorized ~2 status error"),
        Saying::names("account-locked", "login has been temporarily blocked"),
    ],
    ..Provider::BARE
};
