//! ElevenLabs: a service with an API.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "elevenlabs",
    name: "ElevenLabs",
    kind: Kind::Api,
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
