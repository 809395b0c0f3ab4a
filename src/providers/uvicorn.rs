//! Uvicorn and Hypercorn: servers for whatever is written in Python for ASGI.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "uvicorn",
    name: "Uvicorn",
    kind: Kind::Server,
    sources: &[
        Source::of(
            "https://github.com/encode/uvicorn/blob/00cb13dd08ccceebe9a65810a70588e66971e305/uvicorn/config.py",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/pgjones/hypercorn/blob/058e84f5cb418fca40cabc991d40c87dfc44a39e/src/hypercorn/config.py",
            "2026-11-21",
        ),
    ],
    marks: &[
        Mark::HeaderValue("server", "uvicorn"),
        Mark::HeaderValue("server", "hypercorn-"),
    ],
    ..Provider::BARE
};
