//! PayPal: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "paypal",
    name: "PayPal",
    kind: Kind::Api,
    hosts: &["paypal.com"],
    marks: &[Mark::Header("paypal-debug-id")],
    says: &[
        Saying::names("oauth-client", "client authentication failed"),
        Saying::names("permission-denied", "not authorized ~3 insufficient permissions"),
    ],
    ..Provider::BARE
};
