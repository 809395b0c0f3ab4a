//! Hasura: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "hasura",
    name: "Hasura",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Header("x-hasura-role")],
    says: &[
        Saying::of("hasura", "x hasura"),
        Saying::names("token-expired", "could not verify jwt jwt expired"),
        Saying::names("token-signature", "could not verify jwt jws error"),
        Saying::names("token-audience", "could not verify jwt jwt not in audience"),
        Saying::names("token-issuer", "could not verify jwt jwt not in issuer"),
        Saying::names("token-malformed", "invalid jwt ~3 could not verify"),
        Saying::names("api-key-missing", "x hasura admin secret x hasura access key required ~4 not found"),
        Saying::names("api-key-invalid", "invalid x hasura admin secret x hasura access key"),
        Saying::names("authorization-missing", "missing authorization header in jwt authentication mode"),
    ],
    ..Provider::BARE
};
