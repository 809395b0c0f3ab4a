//! X: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "x",
    name: "X",
    kind: Kind::Api,
    links: &[
        Link::to(Goal::SignIn, "https://x.com/login"),
        Link::to(Goal::Tokens, "https://developer.x.com/en/portal/dashboard"),
        Link::to(
            Goal::Errors,
            "https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        7_200,
        "https://docs.x.com/pt/fundamentals/authentication/oauth-2-0/authorization-code.md",
    )],
    sources: &[
        Source::of(
            "https://docs.x.com/pt/fundamentals/authentication/oauth-2-0/authorization-code.md",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.x.com/ja/fundamentals/authentication/oauth-2-0/user-access-token.md",
            "2026-11-21",
        ),
    ],
    hosts: &["x.com", "twitter.com"],
    marks: &[Mark::Header("x-twitter-response-tags")],
    says: &[
        Saying::names("token-expired", "code 89"),
        Saying::names("request-signature", "code 135"),
        Saying::names("account-locked", "code 64"),
        Saying::names("account-locked", "code 326"),
        Saying::names("oauth-client", "code 416"),
        Saying::names("token-kind", "unsupported authentication"),
        Saying::names("csrf", "code 353"),
        Saying::names("request-signature", "code 215"),
        Saying::names("request-signature", "could not authenticate you"),
        Saying::names("token-invalid", "invalid or expired token"),
        Saying::names("clock-skew", "timestamp out of bounds"),
    ],
    ..Provider::BARE
};
