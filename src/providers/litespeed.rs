//! LiteSpeed: a web server.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "litespeed",
    name: "LiteSpeed",
    kind: Kind::Server,
    sources: &[Source::of(
        "https://github.com/EnableSecurity/wafw00f/blob/2193e7b038ed1e842c44316f9e2523c3060c7ff5/wafw00f/plugins/litespeed.py",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "LiteSpeed")],
    ..Provider::BARE
};
