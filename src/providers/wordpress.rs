//! WordPress: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "wordpress",
    name: "WordPress",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Header("x-wp-nonce"), Mark::HeaderHolds("link", "api.w.org"), Mark::Cookie("wordpress_"), Mark::Cookie("wp-settings-")],
    says: &[
        Saying::names("csrf", "cookie check failed"),
        Saying::names("csrf", "rest cookie invalid nonce"),
        Saying::names("no-credentials", "rest not logged in"),
        Saying::names("login-rejected", "invalid username|incorrect password"),
        Saying::names("basic-credentials-rejected", "the provided password is an invalid application password"),
        Saying::names("basic-credentials-rejected", "invalid username ~2 application|unknown"),
        Saying::names("permission-denied", "rest forbidden"),
        Saying::names("no-credentials", "you are not currently logged in"),
        Saying::names("permission-denied", "rest cannot create|edit|delete|view"),
    ],
};
