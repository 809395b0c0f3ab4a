//! Cloudflare Access: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "cloudflare-access",
    name: "Cloudflare Access",
    kind: Kind::Access,
    hosts: &["cloudflareaccess.com"],
    marks: &[Mark::Header("cf-access-aud"), Mark::Header("cf-access-domain"), Mark::Realm("Cloudflare-Access", ""), Mark::Scheme("Cloudflare-Access"), Mark::Cookie("CF_AppSession")],
    says: &[
        Saying::of("cloudflare-access", "cloudflare access"),
    ],
};
