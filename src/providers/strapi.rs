//! Strapi: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "strapi",
    name: "Strapi",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::HeaderHolds("x-powered-by", "Strapi")],
    says: &[
        Saying::of("strapi", "strapi"),
        Saying::names("authorization-missing", "missing or invalid credentials"),
        Saying::names("login-rejected", "invalid identifier or password"),
        Saying::names("account-locked", "account email is not confirmed"),
    ],
    ..Provider::BARE
};
