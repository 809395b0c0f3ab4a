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
    ],
};
