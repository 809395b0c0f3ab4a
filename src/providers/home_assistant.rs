//! Home Assistant: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "home-assistant",
    name: "Home Assistant",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/home-assistant/supervisor/blob/07bd3830f1575d96c31b3fbeb5017c70f117a90a/supervisor/api/auth.py",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Realm("Basic", "Home Assistant")],
    ..Provider::BARE
};
