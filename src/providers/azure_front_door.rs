//! Azure Front Door: a content delivery network.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "azure-front-door",
    name: "Azure Front Door",
    kind: Kind::Network,
    hosts: &[],
    marks: &[Mark::Header("x-azure-ref")],
    says: &[
    ],
    ..Provider::BARE
};
