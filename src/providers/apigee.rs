//! Apigee: an API gateway.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "apigee",
    name: "Apigee",
    kind: Kind::Gateway,
    docs: &["cloud.google.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference",
    )],
    sources: &[
        Source::of(
            "https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference?authuser=00&hl=en",
            "2026-11-21",
        ),
        Source::of(
            "https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauth-http-status-code-reference?authuser=3&hl=it",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[],
    says: &[
        Saying::of("apigee", "errorcode oauth v2"),
        Saying::of("apigee", "errorcode steps oauth"),
        Saying::names("token-expired", "access token expired ~4 keymanagement"),
        Saying::names("api-key-invalid", "invalid api key for given resource"),
        Saying::names(
            "api-key-invalid",
            "consumer key missing api product association",
        ),
        Saying::names("api-key-missing", "failed to resolve api key variable"),
        Saying::names(
            "token-expired",
            "keymanagement service access token expired",
        ),
        Saying::names(
            "token-invalid",
            "keymanagement service invalid access token",
        ),
        Saying::names("token-revoked", "access token not approved"),
        Saying::names(
            "api-key-invalid",
            "invalid api key ~3 invalid api key for given resource",
        ),
        Saying::names("api-key-invalid", "oauth v2 invalid api key"),
        Saying::names("token-scope", "invalid api call as no apiproduct match"),
    ],
    ..Provider::BARE
};
