//! HAProxy: a gateway in front of applications.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "haproxy",
    name: "HAProxy",
    kind: Kind::Gateway,
    sources: &[Source::of(
        "https://github.com/haproxy/haproxy/blob/39fd546d4b23914cb4bd375d2f628897362dc82d/include/haproxy/defaults.h",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Realm("Basic", "haproxy")],
    says: &[Saying::of(
        "haproxy",
        "need a valid user and password to access this content",
    )],
    ..Provider::BARE
};
