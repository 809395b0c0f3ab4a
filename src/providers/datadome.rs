//! DataDome: a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "datadome",
    name: "DataDome",
    kind: Kind::Firewall,
    hosts: &["captcha-delivery.com"],
    marks: &[Mark::Header("x-datadome"), Mark::Header("x-dd-b"), Mark::Header("x-datadome-cid")],
    says: &[
        Saying::of("datadome", "captcha delivery"),
        Saying::names("waf-block", "captcha delivery"),
    ],
    ..Provider::BARE
};
