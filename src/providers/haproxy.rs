//! HAProxy: a gateway in front of applications.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "haproxy",
    name: "HAProxy",
    kind: Kind::Gateway,
    hosts: &[],
    marks: &[Mark::Realm("Basic", "haproxy")],
    says: &[
    ],
    ..Provider::BARE
};
