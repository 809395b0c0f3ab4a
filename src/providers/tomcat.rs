//! Apache Tomcat: a web server.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "tomcat",
    name: "Apache Tomcat",
    kind: Kind::Server,
    docs: &["tomcat.apache.org"],
    links: &[Link::to(
        Goal::Errors,
        "https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html",
    )],
    sources: &[Source::of(
        "https://github.com/apache/tomcat/blob/00942b7027140152b1bc1c6dff7f5d934acb5e52/webapps/docs/manager-howto.xml",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "Apache-Coyote"),
        Mark::Realm("Basic", "Tomcat Manager"),
    ],
    says: &[
        Saying::of("tomcat", "apache tomcat"),
        Saying::names("basic-credentials-rejected", "tomcat users xml"),
    ],
    ..Provider::BARE
};
