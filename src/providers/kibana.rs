//! Kibana: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kibana",
    name: "Kibana",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/elastic/kibana/blob/0e6a681f9c41869faaea06cb79cc8dd26bd9034f/src/core/server/http/lifecycle_handlers.ts",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::Header("kbn-name"),
        Mark::Header("kbn-license-sig"),
        Mark::HeaderPrefix("kbn-"),
    ],
    says: &[
        Saying::of("kibana", "kbn"),
        Saying::names("csrf", "request must contain a kbn xsrf header"),
    ],
    ..Provider::BARE
};
