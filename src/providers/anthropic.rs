//! Anthropic: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "anthropic",
    name: "Anthropic",
    kind: Kind::Api,
    docs: &["platform.claude.com"],
    links: &[
        Link::to(Goal::Keys, "https://platform.claude.com/settings/keys"),
        Link::to(
            Goal::Errors,
            "https://platform.claude.com/docs/es/get-api-key",
        ),
    ],
    sources: &[
        Source::of(
            "https://platform.claude.com/docs/es/get-api-key",
            "2026-11-21",
        ),
        Source::of(
            "https://www.developersdigest.tech/errors/api/anthropic-api/401-authentication-error",
            "2026-11-21",
        ),
    ],
    hosts: &["api.anthropic.com"],
    marks: &[
        Mark::Header("anthropic-organization-id"),
        Mark::HeaderPrefix("anthropic-ratelimit-"),
    ],
    says: &[
        Saying::names("api-key-invalid", "invalid x api key"),
        Saying::names("api-key-missing", "x api key header is required"),
        Saying::names(
            "api-key-misplaced",
            "oauth authentication is currently not supported",
        ),
        Saying::names("api-key-misplaced", "invalid bearer token"),
        Saying::names("token-expired", "oauth token has expired"),
        Saying::names("token-revoked", "oauth token revoked"),
        Saying::names("token-revoked", "oauth token ~3 revoked"),
        Saying::names(
            "browser-not-allowed",
            "cors requests must set ~4 direct browser access",
        ),
        Saying::names("subscription-required", "credit balance is too low"),
    ],
    ..Provider::BARE
};
