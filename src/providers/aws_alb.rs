//! AWS Application Load Balancer: an access layer in front of applications.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aws-alb",
    name: "AWS Application Load Balancer",
    kind: Kind::Access,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "awselb/"), Mark::Cookie("AWSELBAuthSessionCookie"), Mark::Cookie("AWSALBAuthNonce")],
    says: &[

    ],
};
