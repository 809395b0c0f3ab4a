//! Transmission: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "transmission",
    name: "Transmission",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/transmission/transmission/blob/main/docs/rpc-spec.md",
        "2026-11-30",
    )],
    marks: &[
        Mark::HeaderValue("server", "Transmission"),
        Mark::Realm("Basic", "Transmission"),
        Mark::Header("x-transmission-session-id"),
    ],
    ..Provider::BARE
};
