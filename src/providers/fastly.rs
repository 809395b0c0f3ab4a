//! Fastly: a content delivery network.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "fastly",
    name: "Fastly",
    kind: Kind::Network,
    hosts: &[],
    marks: &[Mark::HeaderPrefix("x-fastly-"), Mark::HeaderValue("x-served-by", "cache-")],
    says: &[

    ],
    ..Provider::BARE
};
