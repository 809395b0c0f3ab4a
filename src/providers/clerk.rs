//! Clerk: an identity provider.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "clerk",
    name: "Clerk",
    kind: Kind::Identity,
    hosts: &["clerk.accounts.dev", "clerk.com"],
    marks: &[Mark::Header("x-clerk-auth-status"), Mark::Header("x-clerk-auth-reason"), Mark::HeaderPrefix("x-clerk-")],
    says: &[
        Saying::names("clock-skew", "token iat in the future|token not active yet ~3 skew"),
        Saying::names("token-expired", "token expired ~2 clerk"),
        Saying::names("token-expired", "token expired"),
        Saying::names("token-signature", "jwk failed to resolve"),
        Saying::names("token-not-yet-valid", "token not active yet"),
        Saying::names("clock-skew", "token iat in the future"),
        Saying::names("token-issuer", "token invalid authorized parties"),
        Saying::names("session-expired", "session token and uat missing"),
        Saying::names("token-invalid", "dev browser unauthenticated"),
    ],
    ..Provider::BARE
};
