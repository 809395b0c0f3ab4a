//! WordPress: an application that people run themselves.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "wordpress",
    name: "WordPress",
    kind: Kind::Application,
    docs: &["developer.wordpress.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://developer.wordpress.org/rest-api/authentication/",
    )],
    sources: &[Source::of(
        "https://developer.wordpress.org/rest-api/authentication/",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::Header("x-wp-nonce"),
        Mark::HeaderHolds("link", "api.w.org"),
        Mark::Cookie("wordpress_"),
        Mark::Cookie("wp-settings-"),
    ],
    says: &[
        Saying::names("csrf", "cookie check failed"),
        Saying::names("csrf", "rest cookie invalid nonce"),
        Saying::names("no-credentials", "rest not logged in"),
        Saying::names("login-rejected", "invalid username|incorrect password"),
        Saying::names(
            "basic-credentials-rejected",
            "the provided password is an invalid application password",
        ),
        Saying::names(
            "basic-credentials-rejected",
            "invalid username ~2 application|unknown",
        ),
        Saying::hints("permission-denied", "rest forbidden"),
        Saying::names("no-credentials", "you are not currently logged in"),
        Saying::hints("permission-denied", "rest cannot create|edit|delete|view"),
        Saying::names("basic-credentials-rejected", "unknown username"),
        Saying::names("token-invalid", "jwt auth invalid token"),
        Saying::names("server-fault", "jwt auth bad config"),
        Saying::names("authorization-missing", "jwt auth no auth header"),
        Saying::names("authorization-malformed", "jwt auth bad auth header"),
        Saying::names("token-issuer", "jwt auth bad iss"),
        Saying::names(
            "api-key-invalid",
            "woocommerce rest authentication error ~4 consumer key|secret is invalid",
        ),
        Saying::names("api-key-invalid", "consumer key|secret is invalid"),
        Saying::names(
            "request-signature",
            "invalid signature ~3 provided signature does not match",
        ),
    ],
    ..Provider::BARE
};
