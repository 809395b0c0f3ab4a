//! JFrog Artifactory: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "artifactory",
    name: "JFrog Artifactory",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Header("x-artifactory-id"), Mark::Header("x-jfrog-version"), Mark::Realm("Basic", "Artifactory Realm")],
    says: &[
        Saying::names("login-rejected", "username or password is incorrect"),
        Saying::names("basic-credentials-rejected", "bad credentials"),
    ],
    ..Provider::BARE
};
