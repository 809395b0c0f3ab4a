//! Fastify: a framework or middleware.

use crate::providers::{Kind, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "fastify",
    name: "Fastify",
    kind: Kind::Framework,
    sources: &[Source::of(
        "https://github.com/fastify/fastify-jwt/blob/007d362e2d910438ec0fcf300a93d501cbff808f/jwt.js",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[],
    says: &[
        Saying::of("fastify", "fst jwt"),
        Saying::names(
            "authorization-missing",
            "no authorization was found in request headers|cookies",
        ),
        Saying::names("authorization-malformed", "fst jwt bad request"),
        Saying::names("token-expired", "fst jwt authorization token expired"),
        Saying::names("token-expired", "authorization token expired"),
        Saying::names("token-invalid", "authorization token is invalid"),
        Saying::names("token-signature", "untrusted authorization token"),
    ],
    ..Provider::BARE
};
