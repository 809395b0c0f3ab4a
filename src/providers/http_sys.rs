//! HTTP.sys: a web server.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "http-sys",
    name: "HTTP.sys",
    kind: Kind::Server,
    sources: &[Source::of(
        "https://github.com/microsoft/IIS.Administration/issues/173",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Microsoft-HTTPAPI")],
    ..Provider::BARE
};
