//! Authelia: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "authelia",
    name: "Authelia",
    kind: Kind::Access,
    sources: &[
        Source::of(
            "https://www.authelia.com/configuration/session/introduction/?ref=technonagib.fr",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/authelia/authelia/blob/00135b9531da74b6e484f0dbe3cb73093c748308/internal/handlers/const.go",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Cookie("authelia_session"),
        Mark::HeaderPrefix("x-authelia-"),
    ],
    says: &[Saying::of("authelia", "authelia")],
    ..Provider::BARE
};
