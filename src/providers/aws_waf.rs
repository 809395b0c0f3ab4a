//! AWS WAF: a firewall against bots and attacks.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aws-waf",
    name: "AWS WAF",
    kind: Kind::Firewall,
    docs: &["docs.aws.amazon.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html",
    )],
    sources: &[Source::of(
        "https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Header("x-amzn-waf-action")],
    ..Provider::BARE
};
