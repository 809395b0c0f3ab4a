//! Kong: an API gateway.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kong",
    name: "Kong",
    kind: Kind::Gateway,
    docs: &["developer.konghq.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://developer.konghq.com/plugins/key-auth",
    )],
    sources: &[
        Source::of(
            "https://developer.konghq.com/plugins/key-auth",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/sharmalab/bindaas/wiki/Configure-the-key-auth-plugin-for-a-Service-with-Kong",
            "2026-11-21",
        ),
        Source::of("https://github.com/Kong/kong/pull/11794", "2026-11-21"),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "kong"),
        Mark::HeaderHolds("via", "kong"),
        Mark::Header("x-kong-response-latency"),
        Mark::Header("x-kong-upstream-latency"),
        Mark::Realm("Key", "kong"),
        Mark::Realm("Basic", "kong"),
    ],
    says: &[
        Saying::names("api-key-missing", "no api key found in request"),
        Saying::names(
            "api-key-invalid",
            "^message invalid authentication credentials$",
        ),
        Saying::names("token-signature", "no credentials found for given iss"),
        Saying::names("token-invalid", "no mandatory iss in claims"),
        Saying::names("token-signature", "invalid signature"),
        Saying::names("request-signature", "hmac signature cannot be verified"),
        Saying::names("request-signature", "hmac signature does not match"),
        Saying::names("token-expired", "exp token expired"),
    ],
    ..Provider::BARE
};
