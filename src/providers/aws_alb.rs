//! AWS Application Load Balancer: an access layer in front of applications.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aws-alb",
    name: "AWS Application Load Balancer",
    kind: Kind::Access,
    docs: &["docs.aws.amazon.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
    )],
    sources: &[
        Source::of(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateCognitoActionConfig.html",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "awselb/"),
        Mark::Cookie("AWSELBAuthSessionCookie"),
        Mark::Cookie("AWSALBAuthNonce"),
    ],
    says: &[],
    ..Provider::BARE
};
