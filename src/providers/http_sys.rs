//! HTTP.sys: a web server.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "http-sys",
    name: "HTTP.sys",
    kind: Kind::Server,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Microsoft-HTTPAPI")],
    says: &[

    ],
    ..Provider::BARE
};
