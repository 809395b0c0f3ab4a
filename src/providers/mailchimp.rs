//! Mailchimp: a service with an API.

use crate::providers::{Kind, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "mailchimp",
    name: "Mailchimp",
    kind: Kind::Api,
    sources: &[
        Source::of(
            "https://github.com/mailchimp/mc-woocommerce/issues/646",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/mailchimp/mc-woocommerce/issues/260",
            "2026-11-21",
        ),
    ],
    hosts: &["mailchimp.com"],
    marks: &[],
    says: &[
        Saying::hints(
            "wrong-url",
            "your api key may be invalid or youve attempted to access the wrong datacenter",
        ),
        Saying::names("api-key-invalid", "api key invalid"),
        Saying::names("account-locked", "^user disabled"),
    ],
    ..Provider::BARE
};
