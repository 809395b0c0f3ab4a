//! Puma: a server for whatever is written in Ruby for Rack.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "puma",
    name: "Puma",
    kind: Kind::Server,
    sources: &[
        Source::of("https://github.com/puma/puma/issues/3037", "2026-11-21"),
        Source::of("https://github.com/puma/puma/pull/3141", "2026-11-21"),
    ],
    marks: &[Mark::HeaderValue("server", "Puma")],
    ..Provider::BARE
};
