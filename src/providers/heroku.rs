//! Heroku: a content delivery network.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "heroku",
    name: "Heroku",
    kind: Kind::Network,
    hosts: &[],
    marks: &[Mark::HeaderHolds("via", "vegur"), Mark::HeaderValue("server", "Heroku")],
    says: &[
    ],
    ..Provider::BARE
};
