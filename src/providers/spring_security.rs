//! Spring Security: a framework or middleware.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "spring-security",
    name: "Spring Security",
    kind: Kind::Framework,
    docs: &["docs.spring.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server",
    )],
    sources: &[Source::of(
        "https://docs.spring.io/spring-security/reference/servlet/oauth2/resource-server",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderHolds("www-authenticate", "tools.ietf.org/html/rfc6750"),
        Mark::Members(&["timestamp", "status", "error", "path"]),
        Mark::Members(&["timestamp", "status", "error", "message", "path"]),
    ],
    says: &[
        Saying::of(
            "spring-security",
            "full authentication is required to access this resource",
        ),
        Saying::names("token-expired", "jwt expired at"),
        Saying::names("token-expired", "access token expired"),
        Saying::names("token-not-yet-valid", "jwt used before"),
        Saying::names("token-issuer", "the iss claim is not valid"),
        Saying::names("token-audience", "the aud claim is not valid"),
        Saying::names(
            "token-audience",
            "invalid token does not contain resource id",
        ),
        Saying::names("token-signature", "signed jwt rejected"),
        Saying::names("token-malformed", "malformed token|payload"),
        Saying::names("server-fault", "couldnt retrieve remote jwk set"),
        Saying::names(
            "session-displaced",
            "this session has been expired possibly due to multiple concurrent logins",
        ),
        Saying::names("account-locked", "user account is locked"),
        Saying::names("account-locked", "user is disabled"),
        Saying::names("token-issuer", "iss claim is not valid"),
        Saying::names("token-audience", "aud claim is not valid"),
        Saying::names(
            "token-signature",
            "another algorithm expected or no matching key",
        ),
        Saying::names("token-malformed", "invalid jwt serialization"),
        Saying::names("token-malformed", "bearer token is malformed"),
        Saying::names("token-kind", "typ header ~4 not allowed"),
        Saying::names("token-invalid", "provided token isnt active"),
        Saying::names("account-locked", "user account is locked|disabled|expired"),
        Saying::names("password-changed", "user credentials have expired"),
        Saying::names(
            "session-displaced",
            "session has been expired possibly due to multiple concurrent logins",
        ),
    ],
    ..Provider::BARE
};
