//! Docker registries: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "docker-registry",
    name: "Docker registries",
    kind: Kind::Api,
    docs: &["docs.docker.com", "distribution.github.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.docker.com/reference/api/registry/auth",
    )],
    sources: &[
        Source::of(
            "https://docs.docker.com/reference/api/registry/auth",
            "2026-11-21",
        ),
        Source::of(
            "https://distribution.github.io/distribution/spec/auth/token",
            "2026-11-21",
        ),
    ],
    hosts: &[
        "registry-1.docker.io",
        "auth.docker.io",
        "ghcr.io",
        "quay.io",
    ],
    marks: &[Mark::Header("docker-distribution-api-version")],
    says: &[
        Saying::hints(
            "no-credentials",
            "code unauthorized message authentication required",
        ),
        Saying::names(
            "permission-denied",
            "requested access to the resource is denied",
        ),
        Saying::names("rate-limited", "toomanyrequests"),
    ],
    ..Provider::BARE
};
