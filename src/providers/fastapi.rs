//! FastAPI: a framework or middleware.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "fastapi",
    name: "FastAPI",
    kind: Kind::Framework,
    docs: &["fastapi.tiangolo.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://fastapi.tiangolo.com/zh/tutorial/security/simple-oauth2/",
    )],
    sources: &[Source::of(
        "https://fastapi.tiangolo.com/zh/tutorial/security/simple-oauth2/",
        "2026-11-21",
    )],
    hosts: &[],
    says: &[
        Saying::of("fastapi", "^detail not authenticated$"),
        Saying::names("authorization-missing", "detail not authenticated"),
        Saying::names("token-invalid", "could not validate credentials"),
        Saying::names("token-expired", "signature has expired"),
        Saying::names("token-not-yet-valid", "the token is not yet valid"),
        Saying::names("login-rejected", "incorrect username or password"),
        Saying::names("login-rejected", "login bad credentials"),
        Saying::names("authorization-missing", "^detail not authenticated$"),
        Saying::names("account-locked", "login user not verified"),
    ],
    ..Provider::BARE
};
