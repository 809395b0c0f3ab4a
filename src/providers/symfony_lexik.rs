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
        Saying::of("symfony-lexik", "^message jwt token not found$"),
        Saying::of("symfony-lexik", "^message expired|invalid jwt token$"),
        Saying::names("token-expired", "expired jwt token"),
        Saying::names("token-invalid", "invalid jwt token"),
        Saying::names("authorization-missing", "jwt token not found"),
        Saying::names("login-rejected", "message invalid credentials"),
        Saying::names("authorization-missing", "^message jwt token not found"),
        Saying::names("login-rejected", "invalid credentials"),
        Saying::names("account-locked", "user account is disabled|locked"),
        Saying::names("refresh-failed", "jwt refresh token not found"),
        Saying::names("no-credentials", "full authentication is required to access this resource"),
    ],
    ..Provider::BARE
};
