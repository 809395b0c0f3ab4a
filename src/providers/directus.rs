//! Directus: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "directus",
    name: "Directus",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::HeaderValue("x-powered-by", "Directus")],
    says: &[
        Saying::names("token-expired", "code token expired"),
        Saying::names("refresh-failed", "invalid token ~2 refresh"),
        Saying::names("mfa-required", "invalid user otp"),
    ],
    ..Provider::BARE
};
