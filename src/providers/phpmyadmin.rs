//! phpMyAdmin: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "phpmyadmin",
    name: "phpMyAdmin",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/phpmyadmin/phpmyadmin/blob/026d7221781e23480aaa364389e6ec16db4ae9fb/libraries/classes/Plugins/Auth/AuthenticationHttp.php",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::Realm("Basic", "phpMyAdmin"),
        Mark::Cookie("phpMyAdmin"),
        Mark::Cookie("pma_"),
    ],
    says: &[
        Saying::names("basic-credentials-rejected", "access denied for user"),
        Saying::names("login-rejected", "cannot log in to the mysql server"),
    ],
    ..Provider::BARE
};
