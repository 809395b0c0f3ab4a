//! Azure API Management: an API gateway.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "azure-api-management",
    name: "Azure API Management",
    kind: Kind::Gateway,
    hosts: &["azure-api.net"],
    marks: &[Mark::Realm("AzureApiManagementKey", "")],
    says: &[
        Saying::names("api-key-missing", "access denied due to missing subscription key"),
        Saying::names("api-key-invalid", "access denied due to invalid subscription key"),
        Saying::names("token-invalid", "jwt not present"),
        Saying::names("api-key-missing", "missing subscription key"),
        Saying::names("api-key-invalid", "invalid subscription key"),
        Saying::names("subscription-required", "access denied due to ~3 subscription ~2 not active"),
    ],
    ..Provider::BARE
};
