//! Google Identity-Aware Proxy: an access layer in front of applications.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "google-iap",
    name: "Google Identity-Aware Proxy",
    kind: Kind::Access,
    docs: &["cloud.google.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://cloud.google.com/iap/docs/special-urls-howto",
    )],
    sources: &[
        Source::of(
            "https://cloud.google.com/iap/docs/special-urls-howto",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.cloud.google.com/iap/docs/query-parameters-and-headers-howto.md.txt",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Header("x-goog-iap-generated-response"),
        Mark::Cookie("GCP_IAAP_AUTH"),
        Mark::Cookie("GCP_IAP_"),
    ],
    says: &[
        Saying::of("google-iap", "invalid iap credentials"),
        Saying::names("gateway-auth", "invalid iap credentials"),
        Saying::names("gateway-auth", "iap ~4 jwt"),
        Saying::names("token-audience", "invalid iap credentials jwt audience"),
        Saying::names("token-expired", "invalid iap credentials ~4 expired"),
    ],
    ..Provider::BARE
};
