//! Atlassian: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "atlassian",
    name: "Atlassian",
    kind: Kind::Api,
    hosts: &["atlassian.com", "atlassian.net"],
    marks: &[Mark::Header("x-seraph-loginreason"), Mark::Header("x-authentication-denied-reason"), Mark::Header("x-ausername"), Mark::Header("atl-traceid"), Mark::Header("x-arequestid")],
    says: &[
        Saying::names("account-locked", "captcha challenge"),
        Saying::names("account-locked", "authentication denied"),
        Saying::names("basic-credentials-rejected", "authenticated failed"),
        Saying::names("basic-credentials-rejected", "basic authentication with passwords is deprecated"),
        Saying::names("token-scope", "scope does not match"),
        Saying::names("authorization-missing", "client must be authenticated to access this resource"),
        Saying::names("account-locked", "authentication denied ~3 captcha"),
        Saying::names("csrf", "xsrf check failed"),
        Saying::names("token-expired", "token is expired"),
        Saying::names("permission-denied", "you do not have ~4 permission"),
    ],
};
