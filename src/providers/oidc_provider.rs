//! oidc-provider: an identity provider for Node.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "oidc-provider",
    name: "oidc-provider",
    kind: Kind::Identity,
    sources: &[Source::of(
        "https://github.com/panva/node-oidc-provider/blob/main/docs/README.md",
        "2026-11-30",
    )],
    marks: &[Mark::Cookie("_interaction")],
    says: &[
        Saying::of("oidc-provider", "no access token provided"),
        Saying::of("oidc-provider", "invalid token provided"),
    ],
    ..Provider::BARE
};
