//! HUMAN (PerimeterX): a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "perimeterx",
    name: "HUMAN (PerimeterX)",
    kind: Kind::Firewall,
    hosts: &[],
    marks: &[Mark::Cookie("_px"), Mark::Header("x-px-block")],
    says: &[
        Saying::of("perimeterx", "px captcha"),
        Saying::names("waf-block", "px captcha"),
        Saying::names("waf-block", "press hold ~6 human"),
    ],
    ..Provider::BARE
};
