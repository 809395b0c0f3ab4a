//! Amazon CloudFront: a content delivery network.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "cloudfront",
    name: "Amazon CloudFront",
    kind: Kind::Network,
    sources: &[
        Source::of(
            "https://repost.aws/es/knowledge-center/cloudfront-troubleshoot-signed-url-cookies",
            "2026-11-21",
        ),
        Source::of(
            "https://www.repost.aws/fr/knowledge-center/cloudfront-troubleshoot-signed-url-cookies",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderHolds("via", "cloudfront"),
        Mark::HeaderHolds("x-cache", "cloudfront"),
        Mark::Header("x-amz-cf-id"),
    ],
    says: &[
        Saying::names("request-signature", "access denied ~3 key pair id"),
        Saying::names("request-signature", "missing key pair id query parameter"),
        Saying::names(
            "request-signature",
            "malformed policy|signature ~4 cloudfront",
        ),
    ],
    ..Provider::BARE
};
