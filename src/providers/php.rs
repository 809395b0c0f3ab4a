//! PHP: a framework or middleware.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "php",
    name: "PHP",
    kind: Kind::Framework,
    sources: &[
        Source::of(
            "https://github.com/wappalyzer/wappalyzer/issues/1395",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/php/php-src/blob/2225aeead46ac8fd16de34991e96816ed77bad3d/ext/session/session.c",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("x-powered-by", "PHP/"),
        Mark::Cookie("PHPSESSID"),
    ],
    ..Provider::BARE
};
