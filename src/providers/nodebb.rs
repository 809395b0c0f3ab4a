//! NodeBB: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "nodebb",
    name: "NodeBB",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::HeaderValue("x-powered-by", "NodeBB")],
    says: &[

    ],
    ..Provider::BARE
};
