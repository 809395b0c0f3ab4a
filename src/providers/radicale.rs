//! Radicale: a calendar server that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "radicale",
    name: "Radicale",
    kind: Kind::Application,
    sources: &[Source::of("https://radicale.org/v3.html", "2026-11-30")],
    marks: &[Mark::Realm("Basic", "Radicale")],
    ..Provider::BARE
};
