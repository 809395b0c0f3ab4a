//! Symfony LexikJWT: a framework or middleware.

use crate::providers::{Kind, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "symfony-lexik",
    name: "Symfony LexikJWT",
    kind: Kind::Framework,
    sources: &[
        Source::of(
            "https://github.com/lexik/LexikJWTAuthenticationBundle/blob/111fcffd5fe17ee2cb831a9fab54e60822f4c88d/Response/JWTAuthenticationFailureResponse.php",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/lexik/LexikJWTAuthenticationBundle/blob/00cde007996a770a3078cb75d2d3cba252d05797/Exception/MissingTokenException.php",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/lexik/LexikJWTAuthenticationBundle/blob/02f6df6afd8b96d933bb222d8ad7b7a909aef205/Exception/ExpiredTokenException.php",
            "2026-11-21",
        ),
    ],
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
        Saying::names(
            "no-credentials",
            "full authentication is required to access this resource",
        ),
    ],
    ..Provider::BARE
};
