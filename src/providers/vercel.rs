//! Vercel: a content delivery network.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "vercel",
    name: "Vercel",
    kind: Kind::Network,
    sources: &[
        Source::of(
            "https://www.vercel.com/docs/headers/response-headers",
            "2026-11-21",
        ),
        Source::of(
            "https://vercel.com/docs/edge-network/headers/response-headers",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "Vercel"),
        Mark::Header("x-vercel-id"),
    ],
    ..Provider::BARE
};
