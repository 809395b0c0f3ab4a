//! PowerDNS: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "powerdns",
    name: "PowerDNS",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://doc.powerdns.com/authoritative/http-api/index.html",
        "2026-11-30",
    )],
    marks: &[
        Mark::Realm("X-API-Key", "PowerDNS"),
        Mark::Realm("Basic", "PowerDNS"),
    ],
    ..Provider::BARE
};
