//! Laravel: a framework or middleware.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "laravel",
    name: "Laravel",
    kind: Kind::Framework,
    docs: &["laravel.com"],
    links: &[Link::to(Goal::Errors, "https://laravel.com/docs/sanctum")],
    lifetimes: &[Lifetime::of(
        Issued::Session,
        7_200,
        "https://github.com/laravel/laravel/blob/00827d128d5e431ea8eee14d113af73f21125a10/config/session.php",
    )],
    sources: &[
        Source::of("https://laravel.com/docs/sanctum", "2026-11-21"),
        Source::of(
            "https://github.com/laravel/laravel/blob/00827d128d5e431ea8eee14d113af73f21125a10/config/session.php",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::Cookie("laravel_session")],
    says: &[
        Saying::names("csrf", "csrf token mismatch"),
        Saying::names("csrf", "page expired"),
        Saying::names("token-expired", "token has expired"),
        Saying::names("token-revoked", "the token has been blacklisted"),
        Saying::names("authorization-missing", "token not provided"),
        Saying::names("token-malformed", "wrong number of segments"),
        Saying::names("token-signature", "token signature could not be verified"),
        Saying::hints("no-credentials", "message unauthenticated"),
        Saying::names("token-revoked", "token has been blacklisted"),
        Saying::names("account-locked", "your email address is not verified"),
        Saying::names(
            "token-expired",
            "token has expired and can no longer be refreshed",
        ),
        Saying::names(
            "login-rejected",
            "these credentials do not match our records",
        ),
        Saying::names("token-revoked", "the access token has been revoked"),
        Saying::names("token-scope", "invalid scope|ability"),
    ],
};
