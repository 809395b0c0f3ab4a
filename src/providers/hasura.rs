//! Hasura: an application that people run themselves.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "hasura",
    name: "Hasura",
    kind: Kind::Application,
    docs: &["hasura.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://hasura.io/docs/latest/auth/authentication/jwt/",
    )],
    sources: &[
        Source::of(
            "https://github.com/hasura/graphql-engine/blob/0132ac2cfc81c7f6359d982804d268841a9ac2f6/server/src-lib/Hasura/Server/Auth.hs",
            "2026-11-21",
        ),
        Source::of(
            "https://hasura.io/docs/latest/auth/authentication/jwt/",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    says: &[
        Saying::of("hasura", "x hasura"),
        Saying::of("hasura", "could not verify jwt jwt|jws"),
        Saying::names("token-expired", "could not verify jwt jwt expired"),
        Saying::names("token-signature", "could not verify jwt jws error"),
        Saying::names("token-audience", "could not verify jwt jwt not in audience"),
        Saying::names("token-issuer", "could not verify jwt jwt not in issuer"),
        Saying::names("token-malformed", "invalid jwt ~3 could not verify"),
        Saying::names(
            "api-key-missing",
            "x hasura admin secret x hasura access key required ~4 not found",
        ),
        Saying::names(
            "api-key-invalid",
            "invalid x hasura admin secret x hasura access key",
        ),
        Saying::names(
            "authorization-missing",
            "missing authorization header in jwt authentication mode",
        ),
    ],
    ..Provider::BARE
};
