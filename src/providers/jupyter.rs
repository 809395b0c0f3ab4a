//! Jupyter: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "jupyter",
    name: "Jupyter",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://jupyter-server.readthedocs.io/en/latest/operators/security.html",
        "2026-11-30",
    )],
    marks: &[
        Mark::Cookie("username-localhost-"),
        Mark::Cookie("username-127-0-0-1-"),
        Mark::Cookie("jupyterhub-"),
    ],
    ..Provider::BARE
};
