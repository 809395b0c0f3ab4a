//! GitHub: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "github",
    name: "GitHub",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://github.com/login"),
        Link::to(Goal::Sessions, "https://github.com/settings/sessions"),
        Link::to(Goal::Tokens, "https://github.com/settings/tokens"),
        Link::to(
            Goal::Errors,
            "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens",
        ),
    ],
    sources: &[
        Source::of(
            "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens.md",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.github.com/enterprise-server@3.14/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/orgs/community/discussions/30560",
            "2026-11-21",
        ),
    ],
    hosts: &["github.com"],
    marks: &[
        Mark::Header("x-github-request-id"),
        Mark::Header("x-github-media-type"),
    ],
    says: &[
        Saying::names(
            "mfa-required",
            "must specify two factor authentication otp code",
        ),
        Saying::names("token-invalid", "bad credentials"),
        Saying::names("authorization-missing", "requires authentication"),
        Saying::names(
            "account-locked",
            "maximum number of login attempts exceeded",
        ),
        Saying::names("mfa-required", "protected by ~3 saml enforcement"),
        Saying::names("token-expired", "expiration time ~6 too far in the future"),
        Saying::names(
            "token-scope",
            "resource not accessible by integration|personal",
        ),
        Saying::names(
            "token-expired",
            "expiration time claim exp must be a numeric",
        ),
        Saying::names("clock-skew", "issued at claim iat must be ~8 past"),
        Saying::names(
            "token-expired",
            "expiration time claim exp is too far in the future",
        ),
        Saying::names(
            "mfa-required",
            "resource protected by organization saml enforcement",
        ),
        Saying::names(
            "login-rejected",
            "support for password authentication was removed",
        ),
        Saying::names("token-signature", "json web token could not be decoded"),
        Saying::names("rate-limited", "secondary rate limit"),
    ],
    ..Provider::BARE
};
