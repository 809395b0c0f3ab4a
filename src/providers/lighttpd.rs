//! lighttpd: a web server.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "lighttpd",
    name: "lighttpd",
    kind: Kind::Server,
    sources: &[Source::of(
        "https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModAuth",
        "2026-11-30",
    )],
    marks: &[Mark::HeaderValue("server", "lighttpd")],
    ..Provider::BARE
};
