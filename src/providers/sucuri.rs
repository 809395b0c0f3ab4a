//! Sucuri: a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "sucuri",
    name: "Sucuri",
    kind: Kind::Firewall,
    sources: &[Source::of(
        "https://github.com/EnableSecurity/wafw00f/blob/132b41a8ba619cf4567bf75588e4e945180606ff/wafw00f/plugins/sucuri.py",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "Sucuri"),
        Mark::HeaderValue("server", "Sucuri-Cloudproxy"),
        Mark::Header("x-sucuri-id"),
        Mark::Header("x-sucuri-cache"),
        Mark::Header("x-sucuri-block"),
    ],
    says: &[Saying::names("waf-block", "sucuri website firewall")],
    ..Provider::BARE
};
