//! Auth0: an identity provider.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "auth0",
    name: "Auth0",
    kind: Kind::Identity,
    hosts: &["auth0.com"],
    marks: &[Mark::HeaderPrefix("x-auth0-")],
    says: &[
        Saying::names("login-rejected", "wrong email or password"),
        Saying::names("account-locked", "your account has been blocked"),
        Saying::names("account-locked", "too many attempts ~3"),
        Saying::names("mfa-required", "mfa required"),
        Saying::names("refresh-failed", "unknown or invalid refresh token"),
        Saying::names("oauth-client", "service not found"),
        Saying::names("oauth-client", "callback url mismatch"),
        Saying::names("oauth-client", "unauthorized client"),
        Saying::names("mfa-required", "mfa required"),
        Saying::names("account-locked", "too many attempts"),
        Saying::names("account-locked", "account has been blocked"),
        Saying::names("token-audience", "service not enabled within domain"),
        Saying::names("oauth-client", "grant type ~4 not allowed for the client"),
    ],
};
