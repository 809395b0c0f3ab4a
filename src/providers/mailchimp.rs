//! Mailchimp: a service with an API.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "mailchimp",
    name: "Mailchimp",
    kind: Kind::Api,
    hosts: &["mailchimp.com"],
    marks: &[],
    says: &[
        Saying::names("wrong-url", "your api key may be invalid or youve attempted to access the wrong datacenter"),
        Saying::names("api-key-invalid", "api key invalid"),
        Saying::names("account-locked", "^user disabled"),
    ],
    ..Provider::BARE
};
