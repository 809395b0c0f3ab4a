//! Synapse: a Matrix server.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "synapse",
    name: "Synapse",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://spec.matrix.org/latest/client-server-api/",
        "2026-11-30",
    )],
    marks: &[Mark::HeaderValue("server", "Synapse")],
    ..Provider::BARE
};
