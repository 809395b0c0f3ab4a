//! Apache HTTP Server: a web server.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "apache",
    name: "Apache HTTP Server",
    kind: Kind::Server,
    docs: &["httpd.apache.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://httpd.apache.org/docs/2.4/howto/auth.html",
    )],
    sources: &[
        Source::of(
            "https://httpd.apache.org/docs-2.2/howto/auth.html",
            "2026-11-21",
        ),
        Source::of(
            "https://www.vim.org/manual/de/howto/auth.html",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Apache")],
    says: &[Saying::of(
        "apache",
        "this server could not verify that you are authorized",
    )],
    ..Provider::BARE
};
