//! Pomerium: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "pomerium",
    name: "Pomerium",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::Cookie("_pomerium"), Mark::Header("x-pomerium-intercepted-response")],
    says: &[

    ],
    ..Provider::BARE
};
