//! Rocket.Chat: an application that people run themselves.

use crate::providers::{Kind, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "rocketchat",
    name: "Rocket.Chat",
    kind: Kind::Application,
    sources: &[
        Source::of(
            "https://github.com/RocketChat/Rocket.Chat/issues/10792",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/RocketChat/Rocket.Chat/issues/8292",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    says: &[
        Saying::of("rocketchat", "^message you must be logged in to do this$"),
        Saying::names("no-credentials", "you must be logged in to do this"),
        Saying::names("account-locked", "login has been temporarily blocked"),
    ],
    ..Provider::BARE
};
