//! NodeBB: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "nodebb",
    name: "NodeBB",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/NodeBB/NodeBB/blob/0070f5c1b20c804cd0fc30cab57f57df45c45b41/src/middleware/headers.js",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("x-powered-by", "NodeBB")],
    ..Provider::BARE
};
