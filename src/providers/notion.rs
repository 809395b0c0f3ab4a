//! Notion: a service with an API.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "notion",
    name: "Notion",
    kind: Kind::Api,
    hosts: &["api.notion.com"],
    marks: &[],
    says: &[
        Saying::names("token-invalid", "api token is invalid"),
        Saying::names("permission-denied", "restricted resource"),
    ],
    ..Provider::BARE
};
