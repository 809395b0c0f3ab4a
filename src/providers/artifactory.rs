//! JFrog Artifactory: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "artifactory",
    name: "JFrog Artifactory",
    kind: Kind::Application,
    sources: &[
        Source::of(
            "https://github.com/jfrog/jfrog-cli/issues/947",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/jenkins-infra/helpdesk/issues/3731",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Header("x-artifactory-id"),
        Mark::Header("x-jfrog-version"),
        Mark::Realm("Basic", "Artifactory Realm"),
    ],
    says: &[
        Saying::names(
            "login-rejected",
            "incorrect username password or locked user",
        ),
        Saying::hints("basic-credentials-rejected", "bad credentials"),
    ],
    ..Provider::BARE
};
