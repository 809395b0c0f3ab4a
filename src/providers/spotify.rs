//! Spotify: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "spotify",
    name: "Spotify",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://accounts.spotify.com/login"),
        Link::to(
            Goal::Sessions,
            "https://support.spotify.com/ee-en/article/how-to-log-out/",
        ),
        Link::to(Goal::Tokens, "https://developer.spotify.com/dashboard"),
        Link::to(
            Goal::Errors,
            "https://developer.spotify.com/documentation/web-api/concepts/access-token",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        3_600,
        "https://developer.spotify.com/documentation/web-api/concepts/access-token",
    )],
    sources: &[
        Source::of(
            "https://developer.spotify.com/documentation/web-api/concepts/access-token",
            "2026-11-21",
        ),
        Source::of(
            "https://developer.spotify.com/documentation/web-api/tutorials/getting-started",
            "2026-11-21",
        ),
        Source::of(
            "https://support.spotify.com/ee-en/article/how-to-log-out/",
            "2026-11-21",
        ),
    ],
    hosts: &["api.spotify.com", "spotify.com"],
    marks: &[Mark::Realm("Bearer", "spotify")],
    says: &[
        Saying::names("token-expired", "the access token expired"),
        Saying::names("token-invalid", "invalid access token"),
        Saying::names("token-scope", "insufficient client scope"),
        Saying::names("token-scope", "permissions missing"),
        Saying::names(
            "authorization-malformed",
            "only valid bearer authentication supported",
        ),
        Saying::names("authorization-missing", "no token provided"),
        Saying::names("token-kind", "valid user authentication required"),
        Saying::names("subscription-required", "premium required"),
        Saying::names("subscription-required", "restriction ~4 premium"),
        Saying::names("token-malformed", "invalid bearer|token format"),
        Saying::names("subscription-required", "premium ~3 account"),
        Saying::names("refresh-failed", "refresh token revoked"),
    ],
    ..Provider::BARE
};
