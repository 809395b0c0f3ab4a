//! Shopify: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "shopify",
    name: "Shopify",
    kind: Kind::Api,
    docs: &["shopify.dev"],
    links: &[Link::to(
        Goal::Errors,
        "https://shopify.dev/docs/api/usage/response-codes",
    )],
    sources: &[Source::of(
        "https://shopify.dev/api/usage/response-codes",
        "2026-11-21",
    )],
    hosts: &["myshopify.com", "shopify.com"],
    marks: &[
        Mark::Header("x-shopid"),
        Mark::Header("x-shopify-stage"),
        Mark::Header("x-shardid"),
    ],
    says: &[
        Saying::names("api-key-invalid", "invalid api key or access token"),
        Saying::names("token-scope", "requires merchant approval"),
        Saying::names("token-expired", "session token has expired"),
        Saying::names("wrong-url", "unavailable shop"),
    ],
    ..Provider::BARE
};
