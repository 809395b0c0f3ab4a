//! Firebase: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "firebase",
    name: "Firebase",
    kind: Kind::Api,
    docs: &["firebase.google.com", "console.firebase.google.com"],
    links: &[
        Link::to(Goal::Tokens, "https://console.firebase.google.com/"),
        Link::to(
            Goal::Errors,
            "https://firebase.google.com/docs/auth/admin/manage-sessions",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::IdToken,
        3_600,
        "https://firebase.google.com/docs/auth/admin/manage-sessions",
    )],
    sources: &[Source::of(
        "https://firebase.google.com/docs/auth/admin/manage-sessions",
        "2026-11-21",
    )],
    hosts: &[
        "firebaseio.com",
        "firebasedatabase.app",
        "identitytoolkit.googleapis.com",
        "securetoken.googleapis.com",
    ],
    marks: &[],
    says: &[
        Saying::names("token-expired", "auth token is expired"),
        Saying::names("token-expired", "message token expired"),
        Saying::names("account-locked", "message user disabled"),
        Saying::names("token-revoked", "message user not found"),
        Saying::names("token-invalid", "invalid id token"),
        Saying::names("refresh-failed", "invalid refresh token"),
        Saying::names("mfa-required", "credential too old login again"),
        Saying::names("login-rejected", "email not found"),
        Saying::names("login-rejected", "invalid password"),
        Saying::names("login-rejected", "invalid login credentials"),
        Saying::names("account-locked", "too many attempts try later"),
        Saying::names("permission-denied", "error permission denied"),
        Saying::names("token-expired", "firebase id token has expired"),
        Saying::names("token-expired", "auth id token expired"),
        Saying::names("token-revoked", "id token ~2 revoked"),
        Saying::names("token-expired", "token expired"),
        Saying::names("token-audience", "firebase id token has incorrect aud"),
        Saying::names("token-issuer", "firebase id token has incorrect iss"),
        Saying::names("token-signature", "firebase id token has no kid"),
        Saying::names("token-signature", "firebase id token has invalid signature"),
        Saying::names("account-locked", "^user disabled"),
        Saying::names("login-rejected", "^email not found"),
        Saying::names("token-signature", "third party auth error"),
        Saying::names("permission-denied", "missing or insufficient permissions"),
        Saying::names("token-binding", "app check"),
    ],
};
