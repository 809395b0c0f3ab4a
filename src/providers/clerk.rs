//! Clerk: an identity provider.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "clerk",
    name: "Clerk",
    kind: Kind::Identity,
    links: &[Link::to(
        Goal::Errors,
        "https://clerk.com/docs/guides/sessions/manual-jwt-verification.md",
    )],
    sources: &[
        Source::of(
            "https://github.com/clerk/javascript/blob/018f8034f0cf036341dbc9647a48ff5088f32af5/packages/backend/src/constants.ts",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/clerk/javascript/blob/018f8034f0cf036341dbc9647a48ff5088f32af5/packages/backend/src/errors.ts",
            "2026-11-21",
        ),
        Source::of(
            "https://clerk.com/docs/guides/sessions/manual-jwt-verification.md",
            "2026-11-21",
        ),
    ],
    hosts: &["clerk.accounts.dev", "clerk.com"],
    marks: &[
        Mark::Header("x-clerk-auth-status"),
        Mark::Header("x-clerk-auth-reason"),
        Mark::HeaderPrefix("x-clerk-"),
    ],
    says: &[
        Saying::names(
            "clock-skew",
            "token iat in the future|token not active yet ~3 skew",
        ),
        Saying::names("token-expired", "token expired ~2 clerk"),
        Saying::names("token-expired", "token expired"),
        Saying::names("token-signature", "jwk failed to resolve"),
        Saying::names("token-not-yet-valid", "token not active yet"),
        Saying::names("clock-skew", "token iat in the future"),
        Saying::names("token-issuer", "token invalid authorized parties"),
        Saying::names("session-expired", "session token and uat missing"),
        Saying::names("token-invalid", "dev browser unauthenticated"),
        Saying::names("token-signature", "token invalid signature|algorithm"),
    ],
    ..Provider::BARE
};
