//! PayPal: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "paypal",
    name: "PayPal",
    kind: Kind::Api,
    links: &[
        Link::to(
            Goal::Tokens,
            "https://developer.paypal.com/developer/applications/",
        ),
        Link::to(
            Goal::Errors,
            "https://developer.paypal.com/api/rest/authentication/",
        ),
    ],
    sources: &[
        Source::of(
            "https://developer.paypal.com/api/rest/authentication/",
            "2026-11-21",
        ),
        Source::of("https://pastebin.com/KzKKfuPV", "2026-11-21"),
        Source::of(
            "https://github.com/paypal/PayPal-node-SDK/issues/141",
            "2026-11-21",
        ),
    ],
    hosts: &["paypal.com"],
    marks: &[Mark::Header("paypal-debug-id")],
    says: &[
        Saying::names("oauth-client", "client authentication failed"),
        Saying::names(
            "permission-denied",
            "not authorized ~3 insufficient permissions",
        ),
    ],
    ..Provider::BARE
};
