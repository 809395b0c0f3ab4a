//! Sentry: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "sentry",
    name: "Sentry",
    kind: Kind::Application,
    hosts: &["sentry.io"],
    marks: &[Mark::HeaderPrefix("x-sentry-"), Mark::Header("x-served-by-sentry"), Mark::Cookie("sentrysid")],
    says: &[
        Saying::names("mfa-required", "sso required"),
        Saying::names("mfa-required", "sudo required"),
        Saying::names("no-credentials", "authentication credentials were not provided sentry"),
        Saying::names("api-key-invalid", "bad sentry dsn"),
    ],
    ..Provider::BARE
};
