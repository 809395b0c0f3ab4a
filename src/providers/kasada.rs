//! Kasada: a firewall.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kasada",
    name: "Kasada",
    kind: Kind::Firewall,
    sources: &[
        Source::of("https://solvecaptcha.com/blog/kasada-bypass", "2026-11-21"),
        Source::of(
            "https://blog.csdn.net/zhzhsgg/article/details/135253952",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::HeaderPrefix("x-kpsdk-")],
    ..Provider::BARE
};
