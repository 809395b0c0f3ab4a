//! Laravel: a framework or middleware.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "laravel",
    name: "Laravel",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[Mark::Cookie("laravel_session"), Mark::Cookie("XSRF-TOKEN")],
    says: &[
        Saying::names("csrf", "csrf token mismatch"),
        Saying::names("csrf", "page expired"),
        Saying::names("token-expired", "token has expired"),
        Saying::names("token-revoked", "the token has been blacklisted"),
        Saying::names("authorization-missing", "token not provided"),
        Saying::names("token-malformed", "wrong number of segments"),
        Saying::names("token-signature", "token signature could not be verified"),
        Saying::hints("no-credentials", "message unauthenticated"),
    ],
};
