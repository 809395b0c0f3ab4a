//! Dropbox: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "dropbox",
    name: "Dropbox",
    kind: Kind::Api,
    docs: &["dropbox.tech"],
    links: &[
        Link::to(Goal::SignIn, "https://www.dropbox.com/login"),
        Link::to(Goal::Tokens, "https://www.dropbox.com/developers/apps"),
        Link::to(
            Goal::Errors,
            "https://dropbox.tech/developers/using-oauth-2-0-with-offline-access",
        ),
    ],
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        14_400,
        "https://github.com/remotestorage/remotestorage.js/issues/1267",
    )],
    sources: &[
        Source::of(
            "https://dropbox.tech/developers/using-oauth-2-0-with-offline-access",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/remotestorage/remotestorage.js/issues/1267",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/dropbox/dropbox-sdk-python/issues/420",
            "2026-11-21",
        ),
    ],
    hosts: &[
        "api.dropboxapi.com",
        "content.dropboxapi.com",
        "dropbox.com",
    ],
    marks: &[Mark::Header("x-dropbox-request-id")],
    says: &[
        Saying::names("token-expired", "expired access token"),
        Saying::names("token-invalid", "invalid access token"),
        Saying::names("token-scope", "missing scope"),
        Saying::names("account-locked", "user suspended"),
        Saying::names("token-scope", "required scope"),
        Saying::names(
            "authorization-malformed",
            "invalid authorization value in http header",
        ),
        Saying::names("token-kind", "invalid select user|admin"),
    ],
};
