//! WooCommerce: an application that people run themselves.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "woocommerce",
    name: "WooCommerce",
    kind: Kind::Application,
    hosts: &[],
    marks: &[],
    says: &[
        Saying::of("woocommerce", "woocommerce rest"),
        Saying::names("api-key-invalid", "consumer key is invalid|consumer secret is invalid"),
        Saying::names("request-signature", "invalid signature provided signature does not match"),
        Saying::names("request-signature", "woocommerce rest authentication error"),
        Saying::hints("permission-denied", "woocommerce rest cannot view|create|edit|delete"),
    ],
    ..Provider::BARE
};
