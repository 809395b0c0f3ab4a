//! Cloudflare Access: an access layer in front of applications.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "cloudflare-access",
    name: "Cloudflare Access",
    kind: Kind::Access,
    docs: &["developers.cloudflare.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://developers.cloudflare.com/cloudflare-one/identity/users/session-management/",
    )],
    lifetimes: &[Lifetime::of(
        Issued::Session,
        86_400,
        "https://github.com/cloudflare/cloudflare-docs/blob/1215e033399494999d646687df3c5c72083adce3/src/content/docs/cloudflare-one/identity/users/session-management.mdx",
    )],
    sources: &[Source::of(
        "https://github.com/cloudflare/cloudflare-docs/blob/1215e033399494999d646687df3c5c72083adce3/src/content/docs/cloudflare-one/identity/users/session-management.mdx",
        "2026-11-21",
    )],
    hosts: &["cloudflareaccess.com"],
    marks: &[
        Mark::Header("cf-access-aud"),
        Mark::Header("cf-access-domain"),
        Mark::Realm("Cloudflare-Access", ""),
        Mark::Scheme("Cloudflare-Access"),
        Mark::Cookie("CF_AppSession"),
    ],
    says: &[Saying::of("cloudflare-access", "cloudflare access")],
};
