//! Notion: a service with an API.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "notion",
    name: "Notion",
    kind: Kind::Api,
    docs: &["developers.notion.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://developers.notion.com/reference/status-codes",
    )],
    sources: &[Source::of(
        "https://developers.notion.com/reference/status-codes",
        "2026-11-21",
    )],
    hosts: &["api.notion.com"],
    marks: &[],
    says: &[
        Saying::names("token-invalid", "api token is invalid"),
        Saying::names("permission-denied", "restricted resource"),
    ],
    ..Provider::BARE
};
