//! Express: a framework or middleware.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "express",
    name: "Express",
    kind: Kind::Framework,
    docs: &["passportjs.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://www.passportjs.org/docs/authenticate/",
    )],
    sources: &[
        Source::of(
            "https://www.passportjs.org/docs/authenticate/",
            "2026-11-21",
        ),
        Source::of(
            "https://unpkg.com/browse/express-jwt@8.5.1/README.md",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/jaredhanson/passport/issues/205",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("x-powered-by", "Express"),
        Mark::Cookie("connect.sid"),
    ],
    says: &[
        Saying::names("token-malformed", "jwt malformed"),
        Saying::names("token-expired", "jwt expired"),
        Saying::names("token-signature", "invalid signature"),
        Saying::names("token-signature", "invalid algorithm"),
        Saying::names("token-audience", "jwt audience invalid"),
        Saying::names("token-issuer", "jwt issuer invalid"),
        Saying::names("token-not-yet-valid", "jwt not active"),
        Saying::names("token-kind", "jwt subject invalid"),
        Saying::names("authorization-missing", "no authorization token was found"),
        Saying::names("authorization-missing", "jwt must be provided"),
        Saying::names(
            "authorization-malformed",
            "format is authorization bearer token",
        ),
        Saying::names("token-signature", "jwt signature is required"),
        Saying::names("csrf", "invalid csrf token"),
        Saying::names("authorization-missing", "credentials required"),
        Saying::names("authorization-malformed", "credentials bad format"),
        Saying::names("token-signature", "unable to find a signing key"),
        Saying::names("token-revoked", "the token has been revoked"),
    ],
    ..Provider::BARE
};
