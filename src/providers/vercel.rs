//! Vercel: a content delivery network.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "vercel",
    name: "Vercel",
    kind: Kind::Network,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Vercel"), Mark::Header("x-vercel-id")],
    says: &[

    ],
    ..Provider::BARE
};
