//! Directus: an application that people run themselves.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "directus",
    name: "Directus",
    kind: Kind::Application,
    docs: &["directus.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://directus.io/docs/guides/connect/errors",
    )],
    sources: &[Source::of(
        "https://directus.io/docs/guides/connect/errors",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderValue("x-powered-by", "Directus")],
    says: &[
        Saying::names("token-expired", "code token expired"),
        Saying::names("mfa-required", "invalid user otp"),
        Saying::names("ip-restricted", "code invalid ip"),
    ],
    ..Provider::BARE
};
