//! Keycloak: an identity provider.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "keycloak",
    name: "Keycloak",
    kind: Kind::Identity,
    docs: &["keycloak.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://www.keycloak.org/securing-apps/oidc-layers",
    )],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        300,
        "https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/keycloak_access_token",
    )],
    sources: &[
        Source::of(
            "https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/keycloak_access_token",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.redhat.com/en/documentation/red_hat_build_of_keycloak/26.4/html/server_administration_guide/managing-user-sessions",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Cookie("KEYCLOAK_"),
        Mark::Cookie("AUTH_SESSION_ID"),
        Mark::Cookie("KC_RESTART"),
        Mark::Realm("Bearer", "master"),
    ],
    says: &[
        Saying::names("login-rejected", "invalid user credentials"),
        Saying::names(
            "account-locked",
            "account disabled|is not fully set up|temporarily disabled",
        ),
        Saying::names("refresh-failed", "token is not active"),
        Saying::names("refresh-failed", "session not active"),
        Saying::names("refresh-failed", "stale token"),
        Saying::names(
            "refresh-failed",
            "maximum allowed refresh token reuse exceeded",
        ),
        Saying::names(
            "oauth-client",
            "invalid client or invalid client credentials",
        ),
        Saying::names("oauth-client", "invalid client secret"),
        Saying::names("token-invalid", "token verification failed"),
        Saying::names(
            "session-expired",
            "user session not found or doesnt have client attached",
        ),
        Saying::names(
            "oauth-client",
            "client not allowed for direct access grants",
        ),
        Saying::names("oauth-client", "invalid parameter ~1 redirect uri"),
        Saying::names("account-locked", "account is not fully set up"),
        Saying::names("account-locked", "account disabled"),
        Saying::names("token-revoked", "user session not found"),
        Saying::names("token-issuer", "invalid token issuer"),
    ],
};
