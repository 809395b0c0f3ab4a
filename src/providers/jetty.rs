//! Jetty: a web server.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "jetty",
    name: "Jetty",
    kind: Kind::Server,
    sources: &[Source::of(
        "https://github.com/jetty/jetty.project/blob/01349ac93573d46f5c5bb31a590fa2b7a846cff0/jetty-server/src/main/java/org/eclipse/jetty/server/HttpConfiguration.java",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Jetty")],
    ..Provider::BARE
};
