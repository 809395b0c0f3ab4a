//! Fastify: a framework or middleware.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "fastify",
    name: "Fastify",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[],
    says: &[
        Saying::of("fastify", "fst jwt"),
        Saying::names("authorization-missing", "no authorization was found in request headers"),
        Saying::names("authorization-malformed", "fst jwt bad request"),
        Saying::names("token-expired", "fst jwt authorization token expired"),
        Saying::names("token-expired", "authorization token expired"),
        Saying::names("token-invalid", "authorization token is invalid"),
        Saying::names("token-signature", "untrusted authorization token"),
    ],
    ..Provider::BARE
};
