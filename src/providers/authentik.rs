//! authentik: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "authentik",
    name: "authentik",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::Cookie("authentik_session"), Mark::Cookie("authentik_proxy"), Mark::HeaderPrefix("x-authentik-"), Mark::HeaderValue("x-powered-by", "authentik"), Mark::HeaderValue("x-powered-by", "goauthentik")],
    says: &[

    ],
    ..Provider::BARE
};
