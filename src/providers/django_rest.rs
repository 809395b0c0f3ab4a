//! Django REST framework: a framework or middleware.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "django-rest",
    name: "Django REST framework",
    kind: Kind::Framework,
    docs: &["django-rest-framework-simplejwt.readthedocs.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html",
    )],
    lifetimes: &[
        Lifetime::of(
            Issued::AccessToken,
            300,
            "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html",
        ),
        Lifetime::of(
            Issued::RefreshToken,
            86_400,
            "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html",
        ),
    ],
    sources: &[Source::of(
        "https://django-rest-framework-simplejwt.readthedocs.io/en/latest/settings.html",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::Realm("Bearer", "api"),
        Mark::Realm("JWT", "api"),
        Mark::BareScheme("Token"),
    ],
    says: &[
        Saying::of(
            "django-rest",
            "^detail authentication credentials were not provided$",
        ),
        Saying::names("token-expired", "token is invalid or expired"),
        Saying::names(
            "token-expired",
            "given token not valid for any token type ~12 expired",
        ),
        Saying::names("token-kind", "token has wrong type"),
        Saying::names(
            "authorization-missing",
            "authentication credentials were not provided",
        ),
        Saying::names("authorization-malformed", "invalid token header"),
        Saying::names(
            "authorization-malformed",
            "authorization header must contain two space delimited values",
        ),
        Saying::names("token-invalid", "invalid token"),
        Saying::names(
            "account-locked",
            "user inactive or deleted|user account is disabled|user is inactive",
        ),
        Saying::names(
            "login-rejected",
            "no active account found with the given credentials",
        ),
        Saying::names("token-revoked", "token is blacklisted"),
        Saying::names("csrf", "csrf failed"),
        Saying::names("token-expired", "token is expired"),
        Saying::names("token-malformed", "error decoding signature"),
        Saying::names("token-invalid", "given token not valid for any token type"),
        Saying::names("token-invalid", "detail invalid token"),
        Saying::names("account-locked", "user inactive or deleted"),
    ],
};
