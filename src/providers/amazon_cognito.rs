//! Amazon Cognito: an identity provider.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "amazon-cognito",
    name: "Amazon Cognito",
    kind: Kind::Identity,
    hosts: &["amazoncognito.com"],
    marks: &[Mark::Header("x-amzn-cognito")],
    says: &[
        Saying::names("login-rejected", "incorrect username or password"),
        Saying::names("token-revoked", "access token has been revoked"),
        Saying::names("token-expired", "access token has expired"),
    ],
};
