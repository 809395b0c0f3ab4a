//! GitLab: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "gitlab",
    name: "GitLab",
    kind: Kind::Api,
    hosts: &["gitlab.com"],
    marks: &[Mark::Header("x-gitlab-meta"), Mark::Cookie("_gitlab_session")],
    says: &[
        Saying::names("token-expired", "token is expired you can either do re authorization"),
        Saying::names("token-revoked", "token was revoked you have to re authorize"),
        Saying::names("token-scope", "requires higher privileges than provided"),
        Saying::names("login-rejected", "you must use a personal access token"),
        Saying::names("token-revoked", "token was revoked"),
        Saying::names("token-expired", "token is expired"),
        Saying::names("token-scope", "requires higher privileges than provided by the access token"),
        Saying::names("mfa-required", "http basic access denied ~30 2fa"),
        Saying::names("oauth-client", "client authentication failed due to unknown client"),
        Saying::names("token-revoked", "authorization grant is invalid expired revoked"),
    ],
};
