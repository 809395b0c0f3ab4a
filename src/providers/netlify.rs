//! Netlify: a content delivery network.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "netlify",
    name: "Netlify",
    kind: Kind::Network,
    sources: &[Source::of(
        "https://github.com/wappalyzer/wappalyzer/pull/2487",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "Netlify"),
        Mark::Header("x-nf-request-id"),
    ],
    ..Provider::BARE
};
