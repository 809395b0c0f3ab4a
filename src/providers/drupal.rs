//! Drupal: an application that people run themselves.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "drupal",
    name: "Drupal",
    kind: Kind::Application,
    docs: &["drupal.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://www.drupal.org/documentation/modules/basic_auth",
    )],
    sources: &[Source::of(
        "https://drupal.org/documentation/modules/basic_auth",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("x-generator", "Drupal"),
        Mark::Header("x-drupal-cache"),
        Mark::Header("x-drupal-dynamic-cache"),
        Mark::CookieHash("SESS"),
        Mark::CookieHash("SSESS"),
    ],
    says: &[
        Saying::names("csrf", "x csrf token request header is missing|invalid"),
        Saying::names("login-rejected", "sorry unrecognized username or password"),
        Saying::names(
            "account-locked",
            "user has not been activated or is blocked",
        ),
        Saying::names("account-locked", "too many failed login attempts"),
    ],
    ..Provider::BARE
};
