//! LinkedIn: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "linkedin",
    name: "LinkedIn",
    kind: Kind::Api,
    docs: &["learn.microsoft.com"],
    links: &[
        Link::to(Goal::SignIn, "https://www.linkedin.com/login"),
        Link::to(Goal::Tokens, "https://www.linkedin.com/developers/apps"),
        Link::to(
            Goal::Errors,
            "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow",
        ),
    ],
    lifetimes: &[
        Lifetime::of(
            Issued::AccessToken,
            5_184_000,
            "https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens",
        ),
        Lifetime::of(
            Issued::RefreshToken,
            31_536_000,
            "https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens",
        ),
    ],
    sources: &[
        Source::of(
            "https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens",
            "2026-11-21",
        ),
        Source::of(
            "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.oracle.com/cloud-machine/latest/intcs_gs/ICSLI/GUID-C266F181-4CB0-44C6-839E-D0F55FB910C2.htm",
            "2026-11-21",
        ),
    ],
    hosts: &["api.linkedin.com", "linkedin.com"],
    marks: &[
        Mark::Header("x-li-fabric"),
        Mark::Header("x-li-uuid"),
        Mark::Cookie("li_at"),
    ],
    says: &[
        Saying::names("token-revoked", "service error code 65601"),
        Saying::names("token-expired", "service error code 65602"),
        Saying::names("token-invalid", "service error code 65600"),
        Saying::names("authorization-missing", "service error code 65604"),
        Saying::names("token-revoked", "revoked access token"),
        Saying::names("token-expired", "expired access token"),
        Saying::names("authorization-missing", "empty oauth2 access token"),
        Saying::names(
            "token-revoked",
            "token used in the request has been revoked",
        ),
    ],
};
