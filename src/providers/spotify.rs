//! Spotify: a service with an API.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "spotify",
    name: "Spotify",
    kind: Kind::Api,
    hosts: &["api.spotify.com", "spotify.com"],
    marks: &[Mark::Realm("Bearer", "spotify")],
    says: &[
        Saying::names("token-expired", "the access token expired"),
        Saying::names("token-invalid", "invalid access token"),
        Saying::names("token-scope", "insufficient client scope"),
        Saying::names("token-scope", "permissions missing"),
        Saying::names("authorization-malformed", "only valid bearer authentication supported"),
        Saying::names("authorization-missing", "no token provided"),
        Saying::names("token-kind", "valid user authentication required"),
        Saying::names("subscription-required", "premium required"),
        Saying::names("subscription-required", "restriction ~4 premium"),
        Saying::names("token-malformed", "invalid bearer|token format"),
        Saying::names("subscription-required", "premium ~3 account"),
        Saying::names("refresh-failed", "refresh token revoked"),
    ],
};
