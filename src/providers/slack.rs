//! Slack: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "slack",
    name: "Slack",
    kind: Kind::Api,
    docs: &["docs.slack.dev"],
    links: &[
        Link::to(Goal::SignIn, "https://slack.com/signin"),
        Link::to(Goal::Tokens, "https://api.slack.com/apps"),
        Link::to(
            Goal::Errors,
            "https://docs.slack.dev/authentication/using-token-rotation",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        43_200,
        "https://docs.slack.dev/authentication/using-token-rotation",
    )],
    sources: &[Source::of(
        "https://docs.slack.dev/authentication/using-token-rotation",
        "2026-11-21",
    )],
    hosts: &["slack.com"],
    marks: &[
        Mark::Header("x-slack-req-id"),
        Mark::Header("x-slack-backend"),
    ],
    says: &[
        Saying::names("token-invalid", "error invalid auth"),
        Saying::names("authorization-missing", "error not authed"),
        Saying::names("token-revoked", "error token revoked"),
        Saying::names("token-expired", "error token expired"),
        Saying::names("account-locked", "error account inactive"),
        Saying::names("token-kind", "error not allowed token type"),
        Saying::names("token-scope", "error missing scope"),
        Saying::names("ip-restricted", "error org login required"),
        Saying::names("request-signature", "invalid signing secret"),
        Saying::names("ip-restricted", "error access denied ~4 ip"),
        Saying::names("refresh-failed", "error invalid refresh token"),
        Saying::names("oauth-client", "error bad client secret"),
    ],
};
