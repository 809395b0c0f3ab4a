//! Apache HTTP Server: a web server.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "apache",
    name: "Apache HTTP Server",
    kind: Kind::Server,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Apache")],
    says: &[
        Saying::of("apache", "this server could not verify that you are authorized"),
    ],
};
