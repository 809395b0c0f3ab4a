//! Flask-JWT-Extended: a framework or middleware.

use crate::providers::{Issued, Kind, Lifetime, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "flask-jwt-extended",
    name: "Flask-JWT-Extended",
    kind: Kind::Framework,
    lifetimes: &[
        Lifetime::of(
            Issued::AccessToken,
            900,
            "https://github.com/vimalloc/flask-jwt-extended/pull/233/files",
        ),
        Lifetime::of(
            Issued::RefreshToken,
            2_592_000,
            "https://github.com/vimalloc/flask-jwt-extended/pull/233/files",
        ),
    ],
    sources: &[
        Source::of(
            "https://github.com/vimalloc/flask-jwt-extended/pull/233/files",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/caser789/flask-jwt/blob/master/docs/basic_usage.rst",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    says: &[
        Saying::of(
            "flask-jwt-extended",
            "missing jwt in headers|cookies|query|json",
        ),
        Saying::of(
            "flask-jwt-extended",
            "csrf double submit tokens do not match",
        ),
        Saying::of("flask-jwt-extended", "only non refresh tokens are allowed"),
        Saying::names("token-expired", "msg token has expired"),
        Saying::names("authorization-missing", "msg missing authorization header"),
        Saying::names(
            "authorization-missing",
            "missing jwt in headers|cookies|query|json",
        ),
        Saying::names("authorization-malformed", "bad authorization header"),
        Saying::names("token-revoked", "msg token has been revoked"),
        Saying::names("csrf", "missing csrf token"),
        Saying::names("csrf", "csrf double submit tokens do not match"),
        Saying::names("token-kind", "only non refresh tokens are allowed"),
        Saying::names("token-kind", "only refresh tokens are allowed"),
        Saying::names("mfa-required", "fresh token required"),
        Saying::names("token-signature", "signature verification failed"),
        Saying::names("token-malformed", "not enough segments"),
        Saying::names("cookie-missing", "missing cookie"),
        Saying::names("token-kind", "only ~1 refresh tokens are allowed"),
        Saying::names("cookie-missing", "msg missing cookie access|refresh"),
        Saying::names(
            "authorization-malformed",
            "missing bearer type in authorization header",
        ),
    ],
    ..Provider::BARE
};
