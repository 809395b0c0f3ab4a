//! Better Auth: a framework inside an application.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "better-auth",
    name: "Better Auth",
    kind: Kind::Framework,
    sources: &[Source::of(
        "https://www.better-auth.com/docs/concepts/cookies",
        "2026-11-30",
    )],
    marks: &[
        Mark::Cookie("better-auth."),
        Mark::Cookie("__Secure-better-auth."),
    ],
    ..Provider::BARE
};
