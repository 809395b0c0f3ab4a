//! Koa: a framework inside an application.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "koa",
    name: "Koa",
    kind: Kind::Framework,
    sources: &[Source::of("https://github.com/koajs/session", "2026-11-30")],
    marks: &[Mark::Cookie("koa.sess"), Mark::Cookie("koa:sess")],
    ..Provider::BARE
};
