//! Squid: a proxy on the way out.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "squid",
    name: "Squid",
    kind: Kind::Proxy,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "squid"), Mark::Header("x-squid-error"), Mark::Realm("Basic", "Squid")],
    says: &[
        Saying::of("squid", "cache access denied"),
        Saying::names("proxy-auth", "cache access denied"),
        Saying::names("proxy-auth", "err cache access denied"),
    ],
};
