//! Redmine: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "redmine",
    name: "Redmine",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Cookie("_redmine_session"), Mark::Realm("Basic", "Redmine API")],
    says: &[

    ],
    ..Provider::BARE
};
