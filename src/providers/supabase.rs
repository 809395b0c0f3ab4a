//! Supabase: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "supabase",
    name: "Supabase",
    kind: Kind::Api,
    docs: &["supabase.com"],
    links: &[
        Link::to(
            Goal::Tokens,
            "https://supabase.com/dashboard/project/_/settings/jwt",
        ),
        Link::to(
            Goal::Errors,
            "https://supabase.com/docs/guides/auth/sessions",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        3_600,
        "https://github.com/orgs/supabase/discussions/36791",
    )],
    sources: &[
        Source::of(
            "https://supabase.com/docs/guides/auth/sessions",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/orgs/supabase/discussions/36791",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/code/lib-supabase/pull/326/files",
            "2026-11-21",
        ),
    ],
    hosts: &["supabase.co", "supabase.in"],
    marks: &[
        Mark::Header("sb-gateway-version"),
        Mark::Header("x-sb-error-code"),
    ],
    says: &[
        Saying::names("api-key-missing", "no api key found in request"),
        Saying::names("api-key-invalid", "invalid api key"),
        Saying::names("browser-not-allowed", "secret api key in browser"),
        Saying::names("token-expired", "pgrst301|pgrst303 ~6 expired"),
        Saying::names("token-expired", "jwt expired"),
        Saying::names("token-signature", "no suitable key or wrong key type"),
        Saying::names("token-signature", "jws error jws invalid signature"),
        Saying::names("login-rejected", "invalid login credentials"),
        Saying::names("refresh-failed", "invalid refresh token"),
        Saying::names("refresh-race", "refresh token ~2 already used"),
        Saying::names("refresh-race", "already used"),
        Saying::names("token-kind", "invalid claim missing sub claim"),
        Saying::names("account-locked", "email not confirmed"),
        Saying::names("session-expired", "session not found"),
        Saying::names("no-credentials", "auth session missing"),
        Saying::names("clock-skew", "issued at future"),
        Saying::names("authorization-missing", "pgrst302"),
        Saying::names("refresh-race", "refresh token already used"),
        Saying::names("refresh-failed", "refresh token not found"),
        Saying::names(
            "session-expired",
            "session from session id claim in jwt does not exist",
        ),
        Saying::names("token-revoked", "user from sub claim in jwt does not exist"),
        Saying::names("token-malformed", "invalid number of segments"),
        Saying::names("authorization-missing", "missing authorization header"),
    ],
};
