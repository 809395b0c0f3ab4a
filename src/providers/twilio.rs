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
    ],
};
