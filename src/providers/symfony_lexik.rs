//! Symfony LexikJWT: a framework or middleware.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "symfony-lexik",
    name: "Symfony LexikJWT",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[],
    says: &[
        Saying::names("token-expired", "expired jwt token"),
        Saying::names("token-invalid", "invalid jwt token"),
        Saying::names("authorization-missing", "jwt token not found"),
        Saying::names("login-rejected", "message invalid credentials"),
    ],
};
