//! Caddy: a web server.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "caddy",
    name: "Caddy",
    kind: Kind::Server,
    sources: &[Source::of(
        "https://github.com/caddyserver/caddy/blob/8c25290237a5d1f8920edd82cac2bed6129329f2/modules/caddyhttp/server.go",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Caddy")],
    ..Provider::BARE
};
