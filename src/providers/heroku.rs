//! Heroku: a content delivery network.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "heroku",
    name: "Heroku",
    kind: Kind::Network,
    sources: &[Source::of(
        "https://github.com/heroku/cowboyku/issues/6",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderHolds("via", "vegur"),
        Mark::HeaderHolds("via", "heroku-router"),
        Mark::HeaderValue("server", "Heroku"),
    ],
    ..Provider::BARE
};
