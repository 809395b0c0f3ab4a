//! Docker registries: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "docker-registry",
    name: "Docker registries",
    kind: Kind::Api,
    hosts: &["registry-1.docker.io", "auth.docker.io", "ghcr.io", "quay.io"],
    marks: &[Mark::Header("docker-distribution-api-version")],
    says: &[
        Saying::hints("no-credentials", "code unauthorized message authentication required"),
        Saying::names("permission-denied", "requested access to the resource is denied"),
        Saying::names("rate-limited", "toomanyrequests"),
    ],
};
