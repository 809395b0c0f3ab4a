//! Vercel Deployment Protection: an access layer in front of applications.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "vercel-protection",
    name: "Vercel Deployment Protection",
    kind: Kind::Access,
    docs: &["vercel.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://vercel.com/docs/concepts/deployments/deployment-protection",
    )],
    sources: &[
        Source::of(
            "https://vercel.com/docs/concepts/deployments/deployment-protection",
            "2026-11-21",
        ),
        Source::of(
            "https://vercel.com/kb/guide/add-password-protection-vercel-deployment",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::Cookie("_vercel_sso_nonce")],
    says: &[
        Saying::of("vercel-protection", "vercel authentication"),
        Saying::of("vercel-protection", "protected deployment"),
        Saying::of("vercel-protection", "authentication required ~6 vercel"),
        Saying::names("gateway-auth", "vercel authentication"),
    ],
    ..Provider::BARE
};
