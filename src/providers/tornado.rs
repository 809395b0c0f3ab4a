//! Tornado: a framework and server, in which Jupyter is written.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "tornado",
    name: "Tornado",
    kind: Kind::Framework,
    sources: &[Source::of(
        "https://www.tornadoweb.org/en/stable/httpserver.html",
        "2026-11-30",
    )],
    marks: &[Mark::HeaderValue("server", "TornadoServer")],
    ..Provider::BARE
};
