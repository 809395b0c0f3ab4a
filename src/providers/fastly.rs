//! Fastly: a content delivery network.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "fastly",
    name: "Fastly",
    kind: Kind::Network,
    sources: &[Source::of(
        "https://fastly.com/documentation/reference/http/http-headers/X-Served-By",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderPrefix("x-fastly-"),
        Mark::HeaderValue("x-served-by", "cache-"),
    ],
    ..Provider::BARE
};
