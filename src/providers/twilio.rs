//! Twilio: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "twilio",
    name: "Twilio",
    kind: Kind::Api,
    hosts: &["api.twilio.com"],
    marks: &[Mark::Realm("Basic", "Twilio API"), Mark::Header("twilio-request-id")],
    says: &[
        Saying::names("basic-credentials-rejected", "code 20003"),
        Saying::names("token-expired", "code 20104"),
        Saying::names("token-invalid", "code 20101"),
        Saying::names("account-locked", "code 20005|20006"),
    ],
    ..Provider::BARE
};
