//! GitLab: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "gitlab",
    name: "GitLab",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://gitlab.com/users/sign_in"),
        Link::to(
            Goal::Tokens,
            "https://gitlab.com/-/user_settings/personal_access_tokens",
        ),
        Link::to(
            Goal::Errors,
            "https://docs.gitlab.com/user/profile/personal_access_tokens.html",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        7_200,
        "https://lab.nexedi.com/nexedi/gitlab-ce/-/commit/a86de2907aefcc73efd6f941e351fa244a264dab",
    )],
    sources: &[
        Source::of(
            "https://docs.gitlab.com/user/profile/personal_access_tokens.html",
            "2026-11-21",
        ),
        Source::of(
            "https://lab.nexedi.com/nexedi/gitlab-ce/-/commit/a86de2907aefcc73efd6f941e351fa244a264dab",
            "2026-11-21",
        ),
    ],
    hosts: &["gitlab.com"],
    marks: &[
        Mark::Header("x-gitlab-meta"),
        Mark::Cookie("_gitlab_session"),
    ],
    says: &[
        Saying::names(
            "token-expired",
            "token is expired you can either do re authorization",
        ),
        Saying::names(
            "token-revoked",
            "token was revoked you have to re authorize",
        ),
        Saying::names("token-scope", "requires higher privileges than provided"),
        Saying::names("login-rejected", "you must use a personal access token"),
        Saying::names("token-revoked", "token was revoked"),
        Saying::names("token-expired", "token is expired"),
        Saying::names(
            "token-scope",
            "requires higher privileges than provided by the access token",
        ),
        Saying::names("mfa-required", "http basic access denied ~30 2fa"),
        Saying::names(
            "oauth-client",
            "client authentication failed due to unknown client",
        ),
        Saying::names(
            "token-revoked",
            "authorization grant is invalid expired revoked",
        ),
    ],
    ..Provider::BARE
};
