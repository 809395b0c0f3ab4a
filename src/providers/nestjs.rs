//! NestJS: a framework or middleware.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "nestjs",
    name: "NestJS",
    kind: Kind::Framework,
    docs: &["docs.nestjs.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.nestjs.com/exception-filters#base-exceptions",
    )],
    sources: &[Source::of(
        "https://app.unpkg.com/@nestjs/common@6.11.7/files/exceptions/unauthorized.exception.d.ts",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Members(&["message", "statusCode"])],
    says: &[Saying::names("authorization-missing", "no auth token")],
    ..Provider::BARE
};
