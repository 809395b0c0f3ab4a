//! Dropbox: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "dropbox",
    name: "Dropbox",
    kind: Kind::Api,
    hosts: &["api.dropboxapi.com", "content.dropboxapi.com", "dropbox.com"],
    marks: &[Mark::Header("x-dropbox-request-id")],
    says: &[
        Saying::names("token-expired", "expired access token"),
        Saying::names("token-invalid", "invalid access token"),
        Saying::names("token-scope", "missing scope"),
        Saying::names("account-locked", "user suspended"),
        Saying::names("token-scope", "required scope"),
        Saying::names("authorization-malformed", "invalid authorization value in http header"),
        Saying::names("token-kind", "invalid select user|admin"),
    ],
};
