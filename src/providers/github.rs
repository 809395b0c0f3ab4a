//! GitHub: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "github",
    name: "GitHub",
    kind: Kind::Api,
    hosts: &["api.github.com", "uploads.github.com"],
    marks: &[Mark::Header("x-github-request-id"), Mark::Header("x-github-media-type")],
    says: &[
        Saying::names("mfa-required", "must specify two factor authentication otp code"),
        Saying::names("token-invalid", "bad credentials"),
        Saying::names("authorization-missing", "requires authentication"),
        Saying::names("account-locked", "maximum number of login attempts exceeded"),
        Saying::names("mfa-required", "protected by ~3 saml enforcement"),
        Saying::names("token-expired", "expiration time ~6 too far in the future"),
        Saying::names("token-scope", "resource not accessible by integration|personal"),
        Saying::names("token-expired", "expiration time claim exp must be a numeric"),
        Saying::names("clock-skew", "issued at claim iat must be ~8 past"),
        Saying::names("token-expired", "expiration time claim exp is too far in the future"),
        Saying::names("mfa-required", "resource protected by organization saml enforcement"),
        Saying::names("login-rejected", "support for password authentication was removed"),
        Saying::names("token-signature", "json web token could not be decoded"),
        Saying::names("rate-limited", "secondary rate limit"),
    ],
};
