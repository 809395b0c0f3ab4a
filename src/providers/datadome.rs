//! DataDome: a firewall against bots and attacks.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "datadome",
    name: "DataDome",
    kind: Kind::Firewall,
    sources: &[
        Source::of(
            "https://glama.ai/mcp/servers/capskip/capskip-mcp/tools/capskip_solve_datadome",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.capsolver.com/en/guide/captcha/datadome",
            "2026-11-21",
        ),
    ],
    hosts: &["captcha-delivery.com"],
    marks: &[
        Mark::Header("x-datadome"),
        Mark::Header("x-dd-b"),
        Mark::Header("x-datadome-cid"),
    ],
    says: &[
        Saying::of("datadome", "captcha delivery"),
        Saying::names("waf-block", "captcha delivery"),
    ],
    ..Provider::BARE
};
