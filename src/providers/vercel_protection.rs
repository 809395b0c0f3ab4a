//! Vercel Deployment Protection: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "vercel-protection",
    name: "Vercel Deployment Protection",
    kind: Kind::Access,
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
