//! Parse Server: a framework.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "parse-server",
    name: "Parse Server",
    kind: Kind::Framework,
    sources: &[Source::of(
        "https://github.com/parse-community/parse-server/blob/00484ef438288e55bb06fea4e5e7d54b298f2540/src/middlewares.js",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::HeaderHolds(
        "access-control-expose-headers",
        "X-Parse-Job-Status-Id",
    )],
    says: &[
        Saying::names("session-expired", "invalid session token"),
        Saying::names("api-key-invalid", "unauthorized ~1 master key is required"),
    ],
    ..Provider::BARE
};
