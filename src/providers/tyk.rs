//! Tyk: an API gateway.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "tyk",
    name: "Tyk",
    kind: Kind::Gateway,
    sources: &[Source::of(
        "https://github.com/TykTechnologies/tyk/blob/03bf76fc9b0339d83ee54eec1e423fc01751889c/gateway/mw_auth_key.go",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("x-generator", "tyk.io")],
    says: &[
        Saying::names("authorization-missing", "authorization field missing"),
        Saying::names("api-key-invalid", "access to this api has been disallowed"),
        Saying::names("api-key-invalid", "key not authorised|authorized"),
        Saying::names("request-signature", "request signature verification failed"),
    ],
    ..Provider::BARE
};
