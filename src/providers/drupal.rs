//! Drupal: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "drupal",
    name: "Drupal",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::HeaderValue("x-generator", "Drupal"), Mark::Header("x-drupal-cache"), Mark::Header("x-drupal-dynamic-cache"), Mark::Cookie("SESS"), Mark::Cookie("SSESS")],
    says: &[
        Saying::names("csrf", "x csrf token request header is missing|invalid"),
        Saying::names("login-rejected", "sorry unrecognized username or password"),
        Saying::names("account-locked", "user has not been activated or is blocked"),
        Saying::names("account-locked", "too many failed login attempts"),
    ],
};
