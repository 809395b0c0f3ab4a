//! AWS AppSync: a service with an API.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "appsync",
    name: "AWS AppSync",
    kind: Kind::Api,
    hosts: &["appsync-api.amazonaws.com"],
    marks: &[],
    says: &[
        Saying::of("appsync", "error type unauthorized exception"),
        Saying::names("api-key-invalid", "you are not authorized to make this call"),
        Saying::names("authorization-missing", "valid authorization header not provided"),
        Saying::names("authorization-missing", "missing authorization header"),
        Saying::names("permission-denied", "not authorized to access ~4 on type"),
    ],
    ..Provider::BARE
};
