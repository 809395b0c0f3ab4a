//! Authelia: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "authelia",
    name: "Authelia",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::Cookie("authelia_session"), Mark::HeaderPrefix("x-authelia-")],
    says: &[
        Saying::of("authelia", "authelia"),
    ],
    ..Provider::BARE
};
