//! Traefik Forward Auth: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "traefik-forward-auth",
    name: "Traefik Forward Auth",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::Cookie("_forward_auth")],
    says: &[
    ],
    ..Provider::BARE
};
