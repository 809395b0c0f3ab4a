//! LinkedIn: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "linkedin",
    name: "LinkedIn",
    kind: Kind::Api,
    hosts: &["api.linkedin.com", "linkedin.com"],
    marks: &[Mark::Header("x-li-fabric"), Mark::Header("x-li-uuid"), Mark::Cookie("li_at")],
    says: &[
        Saying::names("token-revoked", "service error code 65601"),
        Saying::names("token-expired", "service error code 65602"),
        Saying::names("token-invalid", "service error code 65600"),
        Saying::names("authorization-missing", "service error code 65604"),
        Saying::names("token-revoked", "revoked access token"),
        Saying::names("token-expired", "expired access token"),
        Saying::names("authorization-missing", "empty o auth2 access token|empty oauth2 access token"),
        Saying::names("token-expired", "service error code 65602"),
        Saying::names("token-revoked", "token used in the request has been revoked"),
        Saying::names("authorization-missing", "empty oauth2 access token"),
    ],
};
