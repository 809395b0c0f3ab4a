//! Atlassian: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "atlassian",
    name: "Atlassian",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://id.atlassian.com/login"),
        Link::to(
            Goal::Tokens,
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        ),
        Link::to(
            Goal::Errors,
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::ApiToken,
        31_536_000,
        "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account",
    )],
    sources: &[Source::of(
        "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account",
        "2026-11-21",
    )],
    hosts: &["atlassian.com", "atlassian.net"],
    marks: &[
        Mark::Header("x-seraph-loginreason"),
        Mark::Header("x-authentication-denied-reason"),
        Mark::Header("x-ausername"),
        Mark::Header("atl-traceid"),
        Mark::Header("x-arequestid"),
    ],
    says: &[
        Saying::names("account-locked", "captcha challenge"),
        Saying::names("account-locked", "authentication denied"),
        Saying::names("basic-credentials-rejected", "authenticated failed"),
        Saying::names(
            "basic-credentials-rejected",
            "basic authentication with passwords is deprecated",
        ),
        Saying::names("token-scope", "scope does not match"),
        Saying::names(
            "authorization-missing",
            "client must be authenticated to access this resource",
        ),
        Saying::names("account-locked", "authentication denied ~3 captcha"),
        Saying::names("csrf", "xsrf check failed"),
        Saying::names("token-expired", "token is expired"),
        Saying::names("permission-denied", "you do not have ~4 permission"),
    ],
    ..Provider::BARE
};
