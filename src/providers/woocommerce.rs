//! WooCommerce: an application that people run themselves.

use crate::providers::{Kind, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "woocommerce",
    name: "WooCommerce",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/woocommerce/woocommerce/blob/170a893915f9b3318ad7784b78955fd29a955434/plugins/woocommerce/includes/class-wc-rest-authentication.php",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[],
    says: &[
        Saying::of("woocommerce", "woocommerce rest"),
        Saying::names(
            "api-key-invalid",
            "consumer key is invalid|consumer secret is invalid",
        ),
        Saying::names(
            "request-signature",
            "invalid signature provided signature does not match",
        ),
        Saying::names(
            "token-scope",
            "the provided api key cannot be used to access this endpoint",
        ),
        Saying::hints(
            "permission-denied",
            "woocommerce rest cannot view|create|edit|delete",
        ),
    ],
    ..Provider::BARE
};
