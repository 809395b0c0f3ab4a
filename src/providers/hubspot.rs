//! HubSpot: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "hubspot",
    name: "HubSpot",
    kind: Kind::Api,
    docs: &["developers.hubspot.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://developers.hubspot.com/docs/apps/legacy-apps/authentication/intro-to-auth",
    )],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        1_800,
        "https://github.com/airbytehq/airbyte/issues/74726",
    )],
    sources: &[
        Source::of(
            "https://github.com/airbytehq/airbyte/issues/74726",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/ToolJet/ToolJet/issues/17192",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/HubSpot/hubspot-api-ruby/issues/181",
            "2026-11-21",
        ),
        Source::of(
            "https://developers.hubspot.com/docs/apps/legacy-apps/authentication/intro-to-auth",
            "2026-11-21",
        ),
    ],
    hosts: &["api.hubapi.com"],
    marks: &[
        Mark::Header("x-hubspot-correlation-id"),
        Mark::Header("x-hubspot-auth-failure"),
    ],
    says: &[
        Saying::names("token-expired", "category expired authentication"),
        Saying::names("token-invalid", "category invalid authentication"),
        Saying::names(
            "token-expired",
            "the oauth token used to make this call expired",
        ),
        Saying::names(
            "token-expired",
            "oauth token used to make this call expired",
        ),
        Saying::names(
            "api-key-missing",
            "any of the listed authentication credentials are missing",
        ),
        Saying::names("api-key-invalid", "hapikey ~4 invalid"),
        Saying::names(
            "authorization-missing",
            "authentication credentials not found",
        ),
    ],
};
