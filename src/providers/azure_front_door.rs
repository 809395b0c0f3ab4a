//! Azure Front Door: a content delivery network.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "azure-front-door",
    name: "Azure Front Door",
    kind: Kind::Network,
    sources: &[
        Source::of(
            "https://docs.azure.cn/en-us/frontdoor/refstring",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/Microsoft/azure-docs/blob/master/articles/frontdoor/front-door-http-headers-protocol.md",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::Header("x-azure-ref")],
    ..Provider::BARE
};
