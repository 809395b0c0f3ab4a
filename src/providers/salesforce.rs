//! Salesforce: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "salesforce",
    name: "Salesforce",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://login.salesforce.com/"),
        Link::to(
            Goal::Errors,
            "https://developer.salesforce.com/docs/platform/api-metadata/guide/meta-error-handling-session-exp.html",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::Session,
        7_200,
        "https://developer.salesforce.com/docs/platform/api-metadata/guide/meta-error-handling-session-exp.html",
    )],
    sources: &[
        Source::of(
            "https://developer.salesforce.com/docs/platform/api-metadata/guide/meta-error-handling-session-exp.html",
            "2026-11-21",
        ),
        Source::of(
            "https://nango.dev/blog/fix-salesforce-invalid-session-id-error",
            "2026-11-21",
        ),
    ],
    hosts: &["salesforce.com", "my.salesforce.com", "force.com"],
    marks: &[Mark::Cookie("BrowserId_sec")],
    says: &[
        Saying::names("session-expired", "session expired or invalid"),
        Saying::names("session-expired", "invalid session id"),
        Saying::names("oauth-client", "invalid client credentials"),
        Saying::names("oauth-client", "client identifier invalid"),
        Saying::names("refresh-failed", "expired access refresh token"),
        Saying::names("login-rejected", "authentication failure"),
        Saying::names("password-changed", "password ~3 expired"),
        Saying::names("ip-restricted", "login must use security token"),
        Saying::names("ip-restricted", "ip restricted or invalid login hours"),
        Saying::names("oauth-client", "invalid client id"),
        Saying::names("token-scope", "api disabled for org"),
        Saying::names("ip-restricted", "ip restricted"),
        Saying::names("account-locked", "inactive user"),
        Saying::names("token-kind", "session is not valid for use"),
        Saying::names("token-scope", "oauth approval|session ~4 scope"),
    ],
    ..Provider::BARE
};
