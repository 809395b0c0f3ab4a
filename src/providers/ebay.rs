//! eBay: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "ebay",
    name: "eBay",
    kind: Kind::Api,
    links: &[Link::to(
        Goal::Errors,
        "https://developer.ebay.com/api-docs/static/handling-error-messages.html",
    )],
    sources: &[
        Source::of(
            "https://developer.ebay.com/support/kb-article?KBid=5208",
            "2026-11-21",
        ),
        Source::of(
            "https://developer.ebay.com/api-docs/static/handling-error-messages.html",
            "2026-11-21",
        ),
        Source::of(
            "https://developer.ebay.com/develop/api/sell/error_codes",
            "2026-11-21",
        ),
    ],
    hosts: &["ebay.com"],
    marks: &[Mark::HeaderPrefix("x-ebay-")],
    says: &[
        Saying::names("token-invalid", "error id 1001"),
        Saying::names("token-scope", "error id 1100"),
    ],
    ..Provider::BARE
};
