//! Akamai: a content delivery network.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "akamai",
    name: "Akamai",
    kind: Kind::Network,
    docs: &["techdocs.akamai.com"],
    sources: &[
        Source::of(
            "https://www.npmjs.com/package/akamai-error-lookup",
            "2026-11-21",
        ),
        Source::of(
            "https://techdocs.akamai.com/edge-hostnames/reference/api-errors.md",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "AkamaiGHost"),
        Mark::HeaderValue("server", "AkamaiNetStorage"),
        Mark::Header("x-akamai-request-id"),
        Mark::Header("akamai-grn"),
    ],
    says: &[
        Saying::of("akamai", "reference ~1 18 ~3 edgesuite"),
        Saying::names("waf-block", "edgesuite ~4 net"),
        Saying::names("waf-block", "errors edgesuite net"),
    ],
    ..Provider::BARE
};
