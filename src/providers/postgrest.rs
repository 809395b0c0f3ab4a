//! PostgREST: a framework or middleware.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "postgrest",
    name: "PostgREST",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "postgrest")],
    says: &[
        Saying::names("token-expired", "jwt expired"),
        Saying::names("token-malformed", "jwt invalid|err parsing"),
        Saying::names("token-signature", "jws error jws invalid signature"),
        Saying::names("token-audience", "jwt not in audience"),
        Saying::names("token-not-yet-valid", "jwt not yet valid"),
        Saying::names("token-malformed", "the jwt exp claim must be a number"),
    ],
    ..Provider::BARE
};
