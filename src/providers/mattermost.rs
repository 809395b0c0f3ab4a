//! Mattermost: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "mattermost",
    name: "Mattermost",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Cookie("MMAUTHTOKEN"), Mark::Header("x-version-id")],
    says: &[
        Saying::names("session-expired", "invalid or expired session"),
        Saying::names("session-expired", "api context session expired"),
        Saying::names("login-rejected", "api user login invalid credentials"),
    ],
    ..Provider::BARE
};
