//! qBittorrent: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "qbittorrent",
    name: "qBittorrent",
    kind: Kind::Application,
    sources: &[
        Source::of(
            "https://github.com/erickok/transdroid/pull/695",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/alexbelgium/hassio-addons/pull/2712",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::Cookie("QBT_SID")],
    says: &[Saying::of("qbittorrent", "q bittorrent")],
    ..Provider::BARE
};
