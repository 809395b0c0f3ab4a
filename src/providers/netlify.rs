//! Netlify: a content delivery network.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "netlify",
    name: "Netlify",
    kind: Kind::Network,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Netlify"), Mark::Header("x-nf-request-id")],
    says: &[

    ],
    ..Provider::BARE
};
