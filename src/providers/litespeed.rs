//! LiteSpeed: a web server.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "litespeed",
    name: "LiteSpeed",
    kind: Kind::Server,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "LiteSpeed")],
    says: &[
    ],
    ..Provider::BARE
};
