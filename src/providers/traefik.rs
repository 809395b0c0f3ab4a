//! Traefik: an API gateway.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "traefik",
    name: "Traefik",
    kind: Kind::Gateway,
    docs: &["doc.traefik.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://doc.traefik.io/traefik/v3.6/reference/routing-configuration/http/middlewares/basicauth/",
    )],
    sources: &[
        Source::of(
            "https://docs.rs/k8s-crds-traefik/latest/k8s_crds_traefik/middlewares/struct.MiddlewareBasicAuth.html",
            "2026-11-21",
        ),
        Source::of(
            "https://doc.traefik.io/traefik/v2.5/middlewares/http/basicauth",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::Realm("Basic", "traefik")],
    says: &[],
    ..Provider::BARE
};
