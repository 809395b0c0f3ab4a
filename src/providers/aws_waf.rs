//! AWS WAF: a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aws-waf",
    name: "AWS WAF",
    kind: Kind::Firewall,
    hosts: &[],
    marks: &[Mark::Header("x-amzn-waf-action")],
    says: &[

    ],
    ..Provider::BARE
};
