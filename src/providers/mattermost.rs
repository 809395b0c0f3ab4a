//! Mattermost: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "mattermost",
    name: "Mattermost",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/mattermost/mattermost/blob/00ba58f5ac0fb482866e67494aff6ab9a588c35a/server/public/model/session.go",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Cookie("MMAUTHTOKEN"), Mark::Header("x-version-id")],
    says: &[
        Saying::names("session-expired", "invalid or expired session"),
        Saying::names("session-expired", "api context session expired"),
        Saying::names("login-rejected", "api user login invalid credentials"),
    ],
    ..Provider::BARE
};
