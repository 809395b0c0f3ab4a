//! Auth0: an identity provider.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "auth0",
    name: "Auth0",
    kind: Kind::Identity,
    links: &[
        Link::to(Goal::Tokens, "https://manage.auth0.com/#/apis"),
        Link::to(
            Goal::Errors,
            "https://auth0.com/docs/secure/tokens/access-tokens/update-access-token-lifetime",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        86_400,
        "https://auth0.com/docs/tokens/access-tokens/update-access-token-lifetime",
    )],
    sources: &[
        Source::of(
            "https://auth0.com/docs/tokens/access-tokens/update-access-token-lifetime",
            "2026-11-21",
        ),
        Source::of(
            "https://support.auth0.com/center/s/article/Change-access-token-Expiration-Time",
            "2026-11-21",
        ),
        Source::of(
            "https://auth0.com/docs/secure/tokens/access-tokens/update-access-token-lifetime.md",
            "2026-11-21",
        ),
    ],
    hosts: &["auth0.com"],
    marks: &[Mark::HeaderPrefix("x-auth0-")],
    says: &[
        Saying::names("login-rejected", "wrong email or password"),
        Saying::names("account-locked", "your account has been blocked"),
        Saying::names("account-locked", "too many attempts ~3"),
        Saying::names("mfa-required", "mfa required"),
        Saying::names("refresh-failed", "unknown or invalid refresh token"),
        Saying::names("oauth-client", "service not found"),
        Saying::names("oauth-client", "callback url mismatch"),
        Saying::names("oauth-client", "unauthorized client"),
        Saying::names("account-locked", "too many attempts"),
        Saying::names("account-locked", "account has been blocked"),
        Saying::names("token-audience", "service not enabled within domain"),
        Saying::names("oauth-client", "grant type ~4 not allowed for the client"),
    ],
    ..Provider::BARE
};
