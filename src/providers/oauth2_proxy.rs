//! OAuth2 Proxy: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "oauth2-proxy",
    name: "OAuth2 Proxy",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::Header("gap-auth"), Mark::HeaderPrefix("x-auth-request-"), Mark::Cookie("_oauth2_proxy")],
    says: &[
        Saying::of("oauth2-proxy", "oauth2 proxy"),
    ],
    ..Provider::BARE
};
