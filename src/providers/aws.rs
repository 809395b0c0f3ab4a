//! Amazon Web Services: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aws",
    name: "Amazon Web Services",
    kind: Kind::Api,
    docs: &["docs.aws.amazon.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.aws.amazon.com/general/latest/gr/signature-v4-troubleshooting.html",
    )],
    sources: &[Source::of(
        "https://docs.aws.amazon.com/general/latest/gr/signature-v4-troubleshooting.html",
        "2026-11-21",
    )],
    hosts: &["amazonaws.com"],
    marks: &[
        Mark::Header("x-amzn-requestid"),
        Mark::Header("x-amz-request-id"),
    ],
    says: &[
        Saying::names("request-signature", "^signature does not match$"),
        Saying::names("request-signature", "code signature does not match"),
        Saying::names("request-signature", "^signature expired"),
        Saying::names("request-signature", "code authorization header malformed"),
        Saying::names("token-expired", "expired token"),
        Saying::names("token-invalid", "invalid client token id"),
    ],
    ..Provider::BARE
};
