//! Akamai: a content delivery network.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "akamai",
    name: "Akamai",
    kind: Kind::Network,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "AkamaiGHost"), Mark::HeaderValue("server", "AkamaiNetStorage"), Mark::Header("x-akamai-request-id"), Mark::Header("akamai-grn")],
    says: &[
        Saying::of("akamai", "reference ~1 18 ~3 edgesuite"),
        Saying::names("waf-block", "edgesuite ~4 net"),
        Saying::names("waf-block", "errors edgesuite net"),
    ],
};
