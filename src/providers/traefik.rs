//! Traefik: an API gateway.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "traefik",
    name: "Traefik",
    kind: Kind::Gateway,
    hosts: &[],
    marks: &[Mark::Realm("Basic", "traefik")],
    says: &[

    ],
};
