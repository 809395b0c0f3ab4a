//! Bitbucket: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "bitbucket",
    name: "Bitbucket",
    kind: Kind::Api,
    hosts: &["bitbucket.org"],
    marks: &[Mark::Realm("Basic", "Bitbucket.org"), Mark::Realm("Basic", "Atlassian Bitbucket")],
    says: &[
        Saying::names("account-locked", "captcha ~4 required"),
        Saying::names("login-rejected", "bitbucket cloud recently stopped supporting account passwords"),
        Saying::names("token-scope", "your credentials lack one or more required privilege scopes"),
    ],
    ..Provider::BARE
};
