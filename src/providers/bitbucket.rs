//! Bitbucket: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "bitbucket",
    name: "Bitbucket",
    kind: Kind::Api,
    docs: &["id.atlassian.com", "support.atlassian.com"],
    links: &[
        Link::to(
            Goal::Tokens,
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        ),
        Link::to(
            Goal::Errors,
            "https://support.atlassian.com/bitbucket-cloud/kb/getting-401-http-error-while-authenticating-to-bitbucket-cloud-rest-apis",
        ),
    ],
    sources: &[
        Source::of(
            "https://support.atlassian.com/bitbucket-cloud/kb/getting-401-http-error-while-authenticating-to-bitbucket-cloud-rest-apis",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.stigg.io/documentation/workflows/bitbucket",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.rs/crate/bbcloud/latest/source/src/commands/auth.rs",
            "2026-11-21",
        ),
    ],
    hosts: &["bitbucket.org"],
    marks: &[
        Mark::Realm("Basic", "Bitbucket.org"),
        Mark::Realm("Basic", "Atlassian Bitbucket"),
    ],
    says: &[
        Saying::names("account-locked", "captcha ~4 required"),
        Saying::names(
            "login-rejected",
            "bitbucket cloud recently stopped supporting account passwords",
        ),
        Saying::names(
            "token-scope",
            "your credentials lack one or more required privilege scopes",
        ),
    ],
    ..Provider::BARE
};
