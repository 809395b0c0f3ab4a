//! Zoom: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "zoom",
    name: "Zoom",
    kind: Kind::Api,
    hosts: &["api.zoom.us", "zoom.us"],
    marks: &[Mark::Header("x-zm-trackingid")],
    says: &[
        Saying::names("token-expired", "code 124 message access token is expired"),
        Saying::names("token-expired", "access token is expired"),
        Saying::names("token-invalid", "invalid access token"),
        Saying::names("token-scope", "invalid access token does not contain scopes"),
        Saying::names("token-scope", "code 4711|4700"),
        Saying::names("token-scope", "does not contain scopes"),
    ],
};
