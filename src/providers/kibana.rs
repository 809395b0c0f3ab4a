//! Kibana: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kibana",
    name: "Kibana",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Header("kbn-name"), Mark::Header("kbn-license-sig"), Mark::HeaderPrefix("kbn-")],
    says: &[
        Saying::of("kibana", "kbn"),
        Saying::names("csrf", "request must contain a kbn xsrf header"),
    ],
    ..Provider::BARE
};
