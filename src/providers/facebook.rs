//! Facebook: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "facebook",
    name: "Facebook",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://www.facebook.com/login"),
        Link::to(
            Goal::Tokens,
            "https://developers.facebook.com/tools/debug/accesstoken",
        ),
        Link::to(
            Goal::Errors,
            "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        5_184_000,
        "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived",
    )],
    sources: &[
        Source::of(
            "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived",
            "2026-11-21",
        ),
        Source::of(
            "https://developers.facebook.com/docs/facebook-login/guides/%20access-tokens/debugging",
            "2026-11-21",
        ),
        Source::of(
            "https://gist.github.com/saurav28/1b297582d900ac73b86ca65085aab345",
            "2026-11-21",
        ),
    ],
    hosts: &["graph.facebook.com", "facebook.com", "instagram.com"],
    marks: &[
        Mark::Header("x-fb-trace-id"),
        Mark::Header("x-fb-rev"),
        Mark::Header("x-fb-debug"),
        Mark::Header("facebook-api-version"),
        Mark::Realm("OAuth", "Facebook Platform"),
    ],
    says: &[
        Saying::names("password-changed", "error subcode 460"),
        Saying::names(
            "password-changed",
            "session has been invalidated because the user ~3 changed",
        ),
        Saying::names("token-revoked", "error subcode 458"),
        Saying::names("account-locked", "error subcode 459|464"),
        Saying::names("token-expired", "error subcode 463"),
        Saying::names(
            "token-expired",
            "error validating access token session has expired",
        ),
        Saying::names("token-invalid", "error subcode 467"),
        Saying::names("token-malformed", "malformed access token"),
        Saying::names("token-malformed", "cannot parse access token"),
        Saying::names(
            "authorization-missing",
            "an active access token must be used",
        ),
        Saying::names("rate-limited", "please wait a few minutes"),
        Saying::names("oauth-client", "error validating client secret"),
        Saying::names("oauth-client", "error validating application"),
        Saying::names("token-expired", "session has expired on"),
        Saying::names("password-changed", "user changed ~3 password"),
        Saying::names("token-revoked", "has not authorized application"),
        Saying::names("account-locked", "checkpoint required|challenge required"),
        Saying::names("token-invalid", "error subcode 467|492"),
        Saying::names(
            "token-malformed",
            "invalid oauth access token ~3 cannot parse",
        ),
        Saying::names("request-signature", "invalid appsecret proof"),
        Saying::names("rate-limited", "application request limit reached"),
        Saying::names("authorization-missing", "active access token must be used"),
        Saying::names(
            "rate-limited",
            "please wait a few minutes before you try again",
        ),
        Saying::names("account-locked", "cannot access the app till you log in"),
    ],
    ..Provider::BARE
};
