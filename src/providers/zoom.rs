//! Zoom: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "zoom",
    name: "Zoom",
    kind: Kind::Api,
    docs: &["zoom.us"],
    links: &[
        Link::to(Goal::SignIn, "https://zoom.us/signin"),
        Link::to(Goal::Tokens, "https://marketplace.zoom.us/develop/create"),
        Link::to(
            Goal::Errors,
            "https://developers.zoom.us/docs/integrations/oauth-error-messages/",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        3_600,
        "https://developers.zoom.us/docs/rooms/s2s-oauth/",
    )],
    sources: &[
        Source::of(
            "https://developers.zoom.us/docs/integrations/oauth-error-messages/",
            "2026-11-21",
        ),
        Source::of(
            "https://developers.zoom.us/docs/rooms/s2s-oauth/",
            "2026-11-21",
        ),
    ],
    hosts: &["api.zoom.us", "zoom.us"],
    marks: &[Mark::Header("x-zm-trackingid")],
    says: &[
        Saying::names("token-expired", "code 124 message access token is expired"),
        Saying::names("token-expired", "access token is expired"),
        Saying::names("token-invalid", "invalid access token"),
        Saying::names(
            "token-scope",
            "invalid access token does not contain scopes",
        ),
        Saying::names("token-scope", "code 4711|4700"),
        Saying::names("token-scope", "does not contain scopes"),
    ],
};
