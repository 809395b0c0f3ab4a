//! Twitch: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "twitch",
    name: "Twitch",
    kind: Kind::Api,
    docs: &["twitch.tv"],
    links: &[
        Link::to(Goal::SignIn, "https://www.twitch.tv/login"),
        Link::to(Goal::Tokens, "https://dev.twitch.tv/console/apps"),
        Link::to(Goal::Errors, "https://dev.twitch.tv/docs/authentication"),
    ],
    sources: &[
        Source::of(
            "https://dev.twitch.tv/docs/authentication/validate-tokens",
            "2026-11-21",
        ),
        Source::of("https://dev.twitch.tv/docs/authentication", "2026-11-21"),
    ],
    hosts: &["api.twitch.tv", "id.twitch.tv"],
    marks: &[
        Mark::Realm("OAuth realm", "TwitchTV"),
        Mark::Realm("OAuth", "TwitchTV"),
    ],
    says: &[
        Saying::names("token-scope", "missing scope"),
        Saying::names("token-kind", "user access token ~4 required"),
        Saying::names("token-kind", "must provide ~3 user access token"),
        Saying::names("authorization-missing", "oauth token is missing"),
        Saying::names("token-invalid", "invalid oauth token"),
        Saying::names("oauth-client", "client id and oauth token do not match"),
        Saying::names("api-key-missing", "client id ~4 missing|required"),
        Saying::names("token-kind", "must use an app access token"),
        Saying::names(
            "token-kind",
            "user id in ~8 must match the user id found in",
        ),
    ],
    ..Provider::BARE
};
