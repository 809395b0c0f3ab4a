//! Imperva: a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "imperva",
    name: "Imperva",
    kind: Kind::Firewall,
    sources: &[
        Source::of(
            "https://github.com/feder-cr/invisible_playwright/wiki/imperva-incapsula-explained",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.rs/crate/zendriver-imperva/latest/source/src/detect.js",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("x-cdn", "Imperva"),
        Mark::HeaderValue("x-cdn", "Incapsula"),
        Mark::Header("x-iinfo"),
        Mark::Cookie("incap_ses_"),
        Mark::Cookie("visid_incap_"),
    ],
    says: &[
        Saying::of("imperva", "incapsula incident"),
        Saying::names("waf-block", "incapsula incident"),
    ],
    ..Provider::BARE
};
