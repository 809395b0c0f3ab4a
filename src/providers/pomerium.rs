//! Pomerium: an access layer in front of applications.

use crate::providers::{Issued, Kind, Lifetime, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "pomerium",
    name: "Pomerium",
    kind: Kind::Access,
    lifetimes: &[Lifetime::of(
        Issued::Session,
        50_400,
        "https://github.com/pomerium/documentation/blob/003292926d434e56639b0c099b1fbb8e05efbb72/content/docs/reference/cookies.mdx",
    )],
    sources: &[
        Source::of(
            "https://github.com/pomerium/documentation/blob/003292926d434e56639b0c099b1fbb8e05efbb72/content/docs/reference/cookies.mdx",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/pomerium/pomerium/blob/02f5bc8212cc17d3d180649ede770e7fe1141363/internal/httputil/headers.go",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Cookie("_pomerium"),
        Mark::Header("x-pomerium-intercepted-response"),
    ],
    ..Provider::BARE
};
