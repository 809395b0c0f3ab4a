//! Twilio: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "twilio",
    name: "Twilio",
    kind: Kind::Api,
    docs: &["twilio.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://www.twilio.com/docs/errors/20003",
    )],
    sources: &[
        Source::of("https://www.twilio.com/docs/errors/20003", "2026-11-21"),
        Source::of("https://twilio.com/docs/api/errors/20104", "2026-11-21"),
        Source::of(
            "https://www.twilio.com/docs/api/errors/20101.md",
            "2026-11-21",
        ),
        Source::of("https://www.twilio.com/docs/api/errors/20103", "2026-11-21"),
    ],
    hosts: &["api.twilio.com"],
    marks: &[
        Mark::Realm("Basic", "Twilio API"),
        Mark::Header("twilio-request-id"),
    ],
    says: &[
        Saying::names("basic-credentials-rejected", "code 20003"),
        Saying::names("token-expired", "code 20104"),
        Saying::names("token-invalid", "code 20101"),
        Saying::names("account-locked", "code 20005"),
        Saying::names("token-issuer", "code 20103"),
    ],
    ..Provider::BARE
};
