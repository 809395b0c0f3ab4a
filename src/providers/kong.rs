//! Kong: an API gateway.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kong",
    name: "Kong",
    kind: Kind::Gateway,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "kong"), Mark::HeaderHolds("via", "kong"), Mark::Header("x-kong-response-latency"), Mark::Header("x-kong-upstream-latency"), Mark::Realm("Key", "kong"), Mark::Realm("Basic", "kong"), Mark::Realm("", "kong")],
    says: &[
        Saying::names("api-key-missing", "no api key found in request"),
        Saying::names("api-key-invalid", "^message invalid authentication credentials$"),
        Saying::names("token-signature", "no credentials found for given iss"),
        Saying::names("token-invalid", "no mandatory iss in claims"),
        Saying::names("token-signature", "invalid signature"),
        Saying::names("request-signature", "hmac signature cannot be verified"),
        Saying::names("request-signature", "hmac signature does not match"),
        Saying::names("token-expired", "exp token expired"),
    ],
};
