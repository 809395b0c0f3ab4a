//! Stripe: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "stripe",
    name: "Stripe",
    kind: Kind::Api,
    docs: &["stripe.com"],
    links: &[
        Link::to(Goal::SignIn, "https://dashboard.stripe.com/login"),
        Link::to(Goal::Keys, "https://dashboard.stripe.com/apikeys"),
        Link::to(Goal::Errors, "https://docs.stripe.com/keys"),
    ],
    sources: &[
        Source::of(
            "https://support.stripe.com/questions/what-are-stripe-api-keys-and-how-to-find-them",
            "2026-11-21",
        ),
        Source::of("https://docs.stripe.com/keys?r=recent", "2026-11-21"),
        Source::of(
            "https://gist.github.com/ejcx/082fe45a5bfc7733983f",
            "2026-11-21",
        ),
    ],
    hosts: &["api.stripe.com"],
    marks: &[
        Mark::Header("stripe-version"),
        Mark::Realm("Basic", "Stripe"),
        Mark::Realm("Bearer", "Stripe"),
    ],
    says: &[
        Saying::names("api-key-missing", "you did not provide an api key"),
        Saying::names("api-key-invalid", "invalid api key provided"),
        Saying::names("api-key-invalid", "expired api key provided"),
        Saying::names("api-key-invalid", "api key expired"),
        Saying::names("token-scope", "does not have the required permissions"),
        Saying::names("api-key-misplaced", "publishable key ~6 secret"),
        Saying::names("permission-denied", "provided key ~12 does not have access"),
        Saying::names(
            "token-kind",
            "this api call cannot be made with a publishable api key",
        ),
    ],
    ..Provider::BARE
};
