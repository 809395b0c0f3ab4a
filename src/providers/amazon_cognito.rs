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
        Saying::names("login-rejected", "user does not exist"),
        Saying::names("account-locked", "user is not confirmed|disabled"),
        Saying::names("account-locked", "password attempts exceeded"),
        Saying::names("refresh-failed", "refresh token has ~1 expired|revoked"),
        Saying::names("oauth-client", "unable to verify secret hash"),
        Saying::names("token-scope", "access token does not have required scopes"),
    ],
};
