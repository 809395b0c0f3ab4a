//! HubSpot: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "hubspot",
    name: "HubSpot",
    kind: Kind::Api,
    hosts: &["api.hubapi.com"],
    marks: &[Mark::Header("x-hubspot-correlation-id")],
    says: &[
        Saying::names("token-expired", "category expired authentication"),
        Saying::names("token-invalid", "category invalid authentication"),
        Saying::names("token-expired", "the oauth token used to make this call expired"),
        Saying::names("token-expired", "oauth token used to make this call expired"),
        Saying::names("api-key-missing", "any of the listed authentication credentials are missing"),
        Saying::names("api-key-invalid", "hapikey ~4 invalid"),
    ],
    ..Provider::BARE
};
