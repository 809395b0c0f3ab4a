//! authentik: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "authentik",
    name: "authentik",
    kind: Kind::Access,
    sources: &[
        Source::of(
            "https://docs.goauthentik.io/add-secure-apps/providers/proxy",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/goauthentik/authentik/blob/015810a2fdf7c48c29f758dd7a91037b7a60beee/internal/web/proxy.go",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Cookie("authentik_session"),
        Mark::Cookie("authentik_proxy"),
        Mark::HeaderPrefix("x-authentik-"),
        Mark::HeaderValue("x-powered-by", "authentik"),
        Mark::HeaderValue("x-powered-by", "goauthentik"),
    ],
    ..Provider::BARE
};
