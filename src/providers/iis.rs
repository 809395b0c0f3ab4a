//! IIS: a web server.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "iis",
    name: "IIS",
    kind: Kind::Server,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Microsoft-IIS")],
    says: &[
        Saying::names("permission-denied", "acl on resource"),
        Saying::names("windows-auth", "401 2"),
        Saying::names("windows-auth", "logon failed due to server configuration"),
        Saying::names("basic-credentials-rejected", "not authorized to view ~5 due to invalid authentication credentials"),
        Saying::names("ip-restricted", "403 6 ~4 ip address"),
    ],
};
