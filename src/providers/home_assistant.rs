//! Home Assistant: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "home-assistant",
    name: "Home Assistant",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Realm("Basic", "Home Assistant")],
    says: &[

    ],
};
