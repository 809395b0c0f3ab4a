//! eBay: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "ebay",
    name: "eBay",
    kind: Kind::Api,
    hosts: &["ebay.com"],
    marks: &[Mark::HeaderPrefix("x-ebay-")],
    says: &[
        Saying::names("token-invalid", "error id 1001"),
        Saying::names("token-scope", "error id 1100"),
        Saying::names("token-expired", "error id 932"),
    ],
    ..Provider::BARE
};
