//! Google APIs: a service with an API.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "google",
    name: "Google APIs",
    kind: Kind::Api,
    docs: &["google.com"],
    links: &[
        Link::to(
            Goal::Sessions,
            "https://myaccount.google.com/device-activity",
        ),
        Link::to(
            Goal::Tokens,
            "https://console.cloud.google.com/apis/credentials",
        ),
        Link::to(
            Goal::Errors,
            "https://developers.google.com/identity/protocols",
        ),
    ],
    sources: &[
        Source::of(
            "https://developers.google.com/identity/protocols",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/google_oauth2_refresh_token",
            "2026-11-21",
        ),
    ],
    hosts: &["googleapis.com"],
    marks: &[
        Mark::HeaderValue("server", "ESF"),
        Mark::Realm("Bearer", "https://accounts.google.com/"),
    ],
    says: &[
        Saying::names(
            "authorization-missing",
            "request is missing required authentication credential",
        ),
        Saying::names(
            "token-invalid",
            "request had invalid authentication credentials",
        ),
        Saying::names("token-expired", "access token expired"),
        Saying::names("token-scope", "access token scope insufficient"),
        Saying::names("token-scope", "insufficient authentication scopes"),
        Saying::names("token-kind", "access token type unsupported"),
        Saying::names("authorization-missing", "credentials missing"),
        Saying::names(
            "authorization-missing",
            "api keys are not supported by this api",
        ),
        Saying::names("api-key-invalid", "api key not valid"),
        Saying::names(
            "api-key-invalid",
            "api key not found ~1 please pass a valid",
        ),
        Saying::names("api-key-invalid", "api key expired"),
        Saying::names("api-key-missing", "the request is missing a valid api key"),
        Saying::names(
            "ip-restricted",
            "api key ip address blocked|api key http referrer blocked",
        ),
        Saying::names("token-invalid", "reason auth error"),
        Saying::names("api-key-missing", "unregistered callers"),
        Saying::names("token-revoked", "token has been expired or revoked"),
        Saying::names("session-expired", "session cookie invalid"),
        Saying::names("oauth-client", "deleted client"),
        Saying::names("account-locked", "account state invalid"),
        Saying::names("login-rejected", "username and password not accepted"),
        Saying::names("permission-denied", "caller does not have permission"),
        Saying::names("token-invalid", "invalid credentials ~4 auth error"),
        Saying::names("authorization-missing", "location authorization"),
    ],
    ..Provider::BARE
};
