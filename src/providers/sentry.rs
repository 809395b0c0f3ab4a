//! Sentry: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "sentry",
    name: "Sentry",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/getsentry/sentry/blob/008af598c5c946bce4e0f9e99c0478cd98dd5c9d/src/sentry/api/exceptions.py",
        "2026-11-21",
    )],
    hosts: &["sentry.io"],
    marks: &[Mark::HeaderPrefix("x-sentry-"), Mark::Cookie("sentrysid")],
    says: &[
        Saying::names("mfa-required", "sso required"),
        Saying::names("mfa-required", "sudo required"),
        Saying::names("mfa-required", "code 2fa required"),
        Saying::names("api-key-invalid", "bad sentry dsn"),
    ],
    ..Provider::BARE
};
