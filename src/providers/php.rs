//! PHP: a framework or middleware.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "php",
    name: "PHP",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[Mark::HeaderValue("x-powered-by", "PHP/"), Mark::Cookie("PHPSESSID")],
    says: &[

    ],
    ..Provider::BARE
};
