//! Cloudflare: a content delivery network.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "cloudflare",
    name: "Cloudflare",
    kind: Kind::Network,
    docs: &["dash.cloudflare.com", "developers.cloudflare.com"],
    links: &[Link::to(
        Goal::Tokens,
        "https://dash.cloudflare.com/profile/api-tokens/",
    )],
    sources: &[
        Source::of(
            "https://developers.cloudflare.com/fundamentals/api/get-started/create-token/index.md",
            "2026-11-21",
        ),
        Source::of(
            "https://developers.cloudflare.com/fundamentals/api/troubleshooting",
            "2026-11-21",
        ),
    ],
    hosts: &["api.cloudflare.com"],
    marks: &[
        Mark::HeaderValue("server", "cloudflare"),
        Mark::Header("cf-ray"),
        Mark::Header("cf-mitigated"),
    ],
    says: &[
        Saying::of("cloudflare", "cloudflare ray id"),
        Saying::names("waf-block", "attention required cloudflare"),
        Saying::names("waf-block", "sorry you have been blocked"),
        Saying::names("waf-block", "checking your browser before accessing"),
        Saying::names("ip-restricted", "error 1006|1007|1008|1009|1106"),
        Saying::names("rate-limited", "error 1015"),
        Saying::names("waf-block", "error 1010|1020"),
        Saying::names("api-key-invalid", "invalid api token"),
        Saying::names("authorization-malformed", "invalid request headers"),
    ],
    ..Provider::BARE
};
