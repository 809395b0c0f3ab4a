//! Zscaler: a proxy on the way out.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "zscaler",
    name: "Zscaler",
    kind: Kind::Proxy,
    sources: &[Source::of(
        "https://github.com/msysgit/msysgit/issues/39",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "Zscaler"),
        Mark::HeaderValue("proxy-agent", "Zscaler"),
    ],
    says: &[Saying::of("zscaler", "zscaler")],
    ..Provider::BARE
};
