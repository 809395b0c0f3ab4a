//! HUMAN (PerimeterX): a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "perimeterx",
    name: "HUMAN (PerimeterX)",
    kind: Kind::Firewall,
    sources: &[
        Source::of(
            "https://github.com/0xjas0/Chegg-Answer-Bot/issues/34",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/Ekultek/WhatWaf/issues/891",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[Mark::Cookie("_px")],
    says: &[
        Saying::of("perimeterx", "px captcha"),
        Saying::names("waf-block", "px captcha"),
        Saying::names("waf-block", "press hold ~6 human"),
    ],
    ..Provider::BARE
};
