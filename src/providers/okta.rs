//! Okta: an identity provider.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "okta",
    name: "Okta",
    kind: Kind::Identity,
    links: &[Link::to(
        Goal::Errors,
        "https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens?language=en_US",
    )],
    lifetimes: &[
        Lifetime::of(
            Issued::AccessToken,
            3_600,
            "https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens?language=en_US",
        ),
        Lifetime::of(
            Issued::RefreshToken,
            7_776_000,
            "https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens?language=en_US",
        ),
    ],
    sources: &[Source::of(
        "https://support.okta.com/help/s/article/What-is-the-lifetime-of-the-JWT-tokens?language=en_US",
        "2026-11-21",
    )],
    hosts: &["okta.com", "oktapreview.com", "okta-emea.com"],
    marks: &[Mark::HeaderPrefix("x-okta-")],
    says: &[
        Saying::names("login-rejected", "error code e0000004"),
        Saying::names("token-invalid", "error code e0000011"),
        Saying::names("session-expired", "error code e0000005"),
        Saying::names("permission-denied", "error code e0000006"),
        Saying::names("account-locked", "error code e0000069"),
        Saying::names("rate-limited", "error code e0000047"),
        Saying::names("mfa-required", "error code e0000079|e0000068"),
        Saying::names("oauth-client", "error code e0000015"),
        Saying::names("login-rejected", "e0000004"),
        Saying::names("token-invalid", "e0000011"),
        Saying::names("account-locked", "e0000119|e0000069"),
        Saying::names("permission-denied", "e0000006"),
        Saying::names("rate-limited", "e0000047"),
        Saying::names("mfa-required", "e0000079|e0000068"),
        Saying::names("refresh-failed", "refresh token is invalid or expired"),
    ],
    ..Provider::BARE
};
