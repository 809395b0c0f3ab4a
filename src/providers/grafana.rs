//! Grafana: an application that people run themselves.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "grafana",
    name: "Grafana",
    kind: Kind::Application,
    docs: &["grafana.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://grafana.com/docs/grafana/v12.2/developer-resources/api-reference/http-api/authentication",
    )],
    sources: &[Source::of(
        "https://grafana.com/docs/grafana/v12.2/developer-resources/api-reference/http-api/authentication",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Cookie("grafana_session")],
    says: &[
        Saying::names("session-expired", "session token rotation required"),
        Saying::names("api-key-invalid", "expired api key"),
        Saying::names("api-key-invalid", "invalid api key"),
        Saying::names("login-rejected", "invalid username or password"),
        Saying::names(
            "session-displaced",
            "user token revoked|revoked ~4 concurrent",
        ),
        Saying::names("token-invalid", "failed to authenticate request"),
        Saying::names("session-expired", "session token rotat*"),
        Saying::names("session-expired", "user token not found"),
        Saying::names("session-displaced", "user token ~2 revoked"),
        Saying::names("api-key-invalid", "api key ~2 revoked"),
    ],
    ..Provider::BARE
};
