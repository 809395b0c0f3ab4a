//! Traefik Forward Auth: an access layer in front of applications.

use crate::providers::{Issued, Kind, Lifetime, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "traefik-forward-auth",
    name: "Traefik Forward Auth",
    kind: Kind::Access,
    lifetimes: &[Lifetime::of(
        Issued::Session,
        43_200,
        "https://github.com/thomseddon/traefik-forward-auth/blob/04f5499f0bb38c7dffbda8e244cb125e9ac09e36/internal/config.go",
    )],
    sources: &[Source::of(
        "https://github.com/thomseddon/traefik-forward-auth/blob/04f5499f0bb38c7dffbda8e244cb125e9ac09e36/internal/config.go",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Cookie("_forward_auth")],
    ..Provider::BARE
};
