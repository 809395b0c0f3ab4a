//! Discord: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "discord",
    name: "Discord",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://discord.com/login"),
        Link::to(Goal::Tokens, "https://discord.com/developers/applications"),
        Link::to(
            Goal::Errors,
            "https://docs.discord.com/developers/platform/oauth2-and-permissions",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        604_800,
        "https://github.com/discord/discord-api-docs/blob/00995c3ea89ff9b40879f1c5b029e04a58666e0e/docs/topics/OAuth2.md",
    )],
    sources: &[
        Source::of(
            "https://docs.discord.com/developers/platform/oauth2-and-permissions",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/discord/discord-api-docs/blob/00995c3ea89ff9b40879f1c5b029e04a58666e0e/docs/topics/OAuth2.md",
            "2026-11-21",
        ),
    ],
    hosts: &["discord.com", "discordapp.com"],
    marks: &[Mark::HeaderPrefix("x-discord-")],
    says: &[
        Saying::names("permission-denied", "missing access code 50001"),
        Saying::names("account-locked", "code 40002"),
        Saying::names("mfa-required", "code 60003"),
        Saying::names("oauth-client", "error invalid client"),
        Saying::hints("token-invalid", "message 401 unauthorized code 0"),
        Saying::hints("token-invalid", "message 401 unauthorized"),
        Saying::names("token-invalid", "code 40001"),
        Saying::names("token-invalid", "code 50014"),
        Saying::names("token-invalid", "invalid authentication token"),
        Saying::names("permission-denied", "code 50001|50013"),
        Saying::names("mfa-required", "code 60003|60008"),
    ],
    ..Provider::BARE
};
