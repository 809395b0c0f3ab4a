//! nginx: a web server.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "nginx",
    name: "nginx",
    kind: Kind::Server,
    docs: &["nginx.org"],
    links: &[Link::to(Goal::Errors, "https://nginx.org/r/auth_basic")],
    sources: &[Source::of("https://nginx.org/r/auth_basic", "2026-11-21")],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "nginx"),
        Mark::HeaderValue("server", "openresty"),
    ],
    says: &[
        Saying::of("nginx", "401 authorization required nginx"),
        Saying::names("server-basic-auth", "401 authorization required nginx"),
        Saying::names(
            "client-certificate",
            "400 no required ssl certificate was sent",
        ),
        Saying::names("client-certificate", "no required ssl certificate was sent"),
    ],
    ..Provider::BARE
};
