//! Parse Server: a framework.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "parse-server",
    name: "Parse Server",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[Mark::HeaderPrefix("x-parse-")],
    says: &[
        Saying::names("session-expired", "invalid session token"),
        Saying::names("api-key-invalid", "unauthorized ~1 master key is required"),
    ],
    ..Provider::BARE
};
