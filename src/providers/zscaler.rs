//! Zscaler: a proxy on the way out.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "zscaler",
    name: "Zscaler",
    kind: Kind::Proxy,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Zscaler")],
    says: &[
        Saying::of("zscaler", "zscaler"),
    ],
    ..Provider::BARE
};
