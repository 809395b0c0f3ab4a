//! Tyk: an API gateway.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "tyk",
    name: "Tyk",
    kind: Kind::Gateway,
    hosts: &[],
    marks: &[Mark::HeaderValue("x-generator", "tyk.io")],
    says: &[
        Saying::names("authorization-missing", "authorization field missing"),
        Saying::names("api-key-invalid", "access to this api has been disallowed"),
        Saying::names("api-key-invalid", "key not authorised|authorized"),
        Saying::names("api-key-invalid", "key not authorised"),
    ],
    ..Provider::BARE
};
