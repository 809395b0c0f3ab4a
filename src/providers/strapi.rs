//! Strapi: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "strapi",
    name: "Strapi",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/strapi/strapi/blob/c82e67b7e4c16dd38c96968b01023620569102f3/packages/core/core/src/middlewares/powered-by.ts",
        "2026-11-21",
    )],
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
