//! Uvicorn and Hypercorn: servers for whatever is written in Python for ASGI.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "uvicorn",
    name: "Uvicorn",
    kind: Kind::Server,
    marks: &[Mark::HeaderValue("server", "uvicorn"), Mark::HeaderValue("server", "hypercorn")],
    ..Provider::BARE
};
