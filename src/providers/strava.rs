//! Strava: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "strava",
    name: "Strava",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::Tokens, "https://www.strava.com/settings/api"),
        Link::to(
            Goal::Errors,
            "https://communityhub.strava.com/developers-api-7/401-error-1652",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        21_600,
        "https://communityhub.strava.com/developers-api-7/401-error-1652",
    )],
    sources: &[
        Source::of(
            "https://communityhub.strava.com/developers-api-7/401-error-1652",
            "2026-11-21",
        ),
        Source::of(
            "https://segmentfault.com/q/1010000043080206/a-1020000043080208",
            "2026-11-21",
        ),
        Source::of(
            "https://communityhub.strava.com/developers-api-7/oauth-authorization-error-9697",
            "2026-11-21",
        ),
    ],
    hosts: &["strava.com"],
    marks: &[],
    says: &[
        Saying::names("oauth-client", "^resource application$"),
        Saying::names("token-scope", "^field ~4 permission$"),
        Saying::names("token-invalid", "^field access token$"),
    ],
    ..Provider::BARE
};
