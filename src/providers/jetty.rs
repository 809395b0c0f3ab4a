//! Jetty: a web server.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "jetty",
    name: "Jetty",
    kind: Kind::Server,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Jetty")],
    says: &[

    ],
    ..Provider::BARE
};
