//! Jenkins: an application that people run themselves.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "jenkins",
    name: "Jenkins",
    kind: Kind::Application,
    docs: &["jenkins.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://jenkins.io/doc/book/system-administration/authenticating-scripted-clients",
    )],
    sources: &[Source::of(
        "https://jenkins.io/doc/book/system-administration/authenticating-scripted-clients",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderPrefix("x-jenkins"),
        Mark::Header("x-hudson"),
        Mark::Cookie("JSESSIONID."),
    ],
    says: &[
        Saying::names("csrf", "no valid crumb was included"),
        Saying::names(
            "permission-denied",
            "is missing the overall read permission",
        ),
        Saying::names("csrf", "no valid crumb was included in the request"),
        Saying::names(
            "basic-credentials-rejected",
            "invalid password token for user",
        ),
        Saying::names("permission-denied", "is missing the ~4 permission"),
    ],
    ..Provider::BARE
};
