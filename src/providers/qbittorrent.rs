//! qBittorrent: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "qbittorrent",
    name: "qBittorrent",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Cookie("QBT_SID")],
    says: &[
        Saying::of("qbittorrent", "q bittorrent"),
    ],
    ..Provider::BARE
};
