//! OAuth2 Proxy: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "oauth2-proxy",
    name: "OAuth2 Proxy",
    kind: Kind::Access,
    sources: &[
        Source::of(
            "https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/oauth2-proxy/oauth2-proxy/blob/00171082d014d740783eafc2b0cca222e5c4f394/oauthproxy.go",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::Cookie("_oauth2_proxy")],
    says: &[Saying::of("oauth2-proxy", "oauth2 proxy")],
    ..Provider::BARE
};
