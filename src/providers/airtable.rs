//! Airtable: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "airtable",
    name: "Airtable",
    kind: Kind::Api,
    hosts: &["airtable.com"],
    marks: &[Mark::Header("airtable-uncaught-error")],
    says: &[
        Saying::names("authorization-missing", "authentication required"),
        Saying::names("token-invalid", "invalid token ~1 airtable"),
        Saying::names("token-scope", "invalid permissions or model not found"),
    ],
    ..Provider::BARE
};
