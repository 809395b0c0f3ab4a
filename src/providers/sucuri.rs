//! Sucuri: a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "sucuri",
    name: "Sucuri",
    kind: Kind::Firewall,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Sucuri"), Mark::Header("x-sucuri-id")],
    says: &[
        Saying::names("waf-block", "sucuri website firewall"),
    ],
    ..Provider::BARE
};
