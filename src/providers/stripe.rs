//! Stripe: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "stripe",
    name: "Stripe",
    kind: Kind::Api,
    hosts: &["api.stripe.com"],
    marks: &[Mark::Header("stripe-version"), Mark::Realm("Basic", "Stripe"), Mark::Realm("Bearer", "Stripe")],
    says: &[
        Saying::names("api-key-missing", "you did not provide an api key"),
        Saying::names("api-key-invalid", "invalid api key provided"),
        Saying::names("api-key-invalid", "expired api key provided"),
        Saying::names("api-key-invalid", "api key expired"),
        Saying::names("token-scope", "does not have the required permissions"),
        Saying::names("api-key-misplaced", "publishable key ~6 secret"),
        Saying::names("permission-denied", "provided key ~12 does not have access"),
        Saying::names("token-kind", "this api call cannot be made with a publishable api key"),
    ],
};
