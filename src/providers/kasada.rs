//! Kasada: a firewall.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kasada",
    name: "Kasada",
    kind: Kind::Firewall,
    hosts: &[],
    marks: &[Mark::HeaderPrefix("x-kpsdk-")],
    says: &[
    ],
    ..Provider::BARE
};
