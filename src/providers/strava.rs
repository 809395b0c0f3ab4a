//! Strava: a service with an API.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "strava",
    name: "Strava",
    kind: Kind::Api,
    hosts: &["strava.com"],
    marks: &[],
    says: &[
        Saying::names("token-scope", "code missing field ~4 permission|read"),
        Saying::names("token-scope", "field activity|activities ~2 permission code missing"),
        Saying::names("token-invalid", "resource athlete field access token code invalid"),
        Saying::names("token-invalid", "field access token code invalid"),
        Saying::names("token-scope", "field activity read permission"),
    ],
    ..Provider::BARE
};
