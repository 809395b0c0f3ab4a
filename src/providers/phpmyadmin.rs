//! phpMyAdmin: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "phpmyadmin",
    name: "phpMyAdmin",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Realm("Basic", "phpMyAdmin"), Mark::Cookie("phpMyAdmin"), Mark::Cookie("pma_")],
    says: &[
        Saying::names("basic-credentials-rejected", "wrong username password"),
        Saying::names("basic-credentials-rejected", "wrong username password access denied"),
        Saying::names("basic-credentials-rejected", "access denied for user"),
        Saying::names("login-rejected", "cannot log in to the mysql server"),
    ],
    ..Provider::BARE
};
