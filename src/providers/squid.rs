//! Squid: a proxy on the way out.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "squid",
    name: "Squid",
    kind: Kind::Proxy,
    docs: &["squid-cache.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://www.squid-cache.org/Doc/config/auth_param/",
    )],
    sources: &[Source::of(
        "https://www.squid-cache.org/Doc/config/auth_param/",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "squid"),
        Mark::Header("x-squid-error"),
        Mark::Realm("Basic", "Squid"),
    ],
    says: &[
        Saying::of("squid", "cache access denied"),
        Saying::names("proxy-auth", "cache access denied"),
        Saying::names("proxy-auth", "err cache access denied"),
    ],
    ..Provider::BARE
};
