//! Caddy: a web server.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "caddy",
    name: "Caddy",
    kind: Kind::Server,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Caddy")],
    says: &[

    ],
    ..Provider::BARE
};
