//! ElevenLabs: a service with an API.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "elevenlabs",
    name: "ElevenLabs",
    kind: Kind::Api,
    docs: &["help.elevenlabs.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://help.elevenlabs.io/hc/en-us/articles/19572237925521-API-Error-Code-400-or-401",
    )],
    sources: &[
        Source::of(
            "https://help.elevenlabs.io/hc/en-us/articles/19572237925521-API-Error-Code-400-or-401",
            "2026-11-21",
        ),
        Source::of("https://github.com/n8n-io/n8n/issues/17252", "2026-11-21"),
        Source::of(
            "https://github.com/danielmiessler/LifeOS/pull/950",
            "2026-11-21",
        ),
    ],
    hosts: &["api.elevenlabs.io"],
    marks: &[],
    says: &[
        Saying::names("subscription-required", "status quota exceeded"),
        Saying::names("api-key-missing", "status needs authorization"),
        Saying::names("api-key-invalid", "status invalid api key"),
        Saying::names("token-scope", "status missing permissions"),
        Saying::names("waf-block", "status detected unusual activity"),
    ],
    ..Provider::BARE
};
