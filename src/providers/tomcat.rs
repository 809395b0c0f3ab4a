//! Apache Tomcat: a web server.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "tomcat",
    name: "Apache Tomcat",
    kind: Kind::Server,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "Apache-Coyote"), Mark::Realm("Basic", "Tomcat Manager"), Mark::Realm("Basic", "Authentication required")],
    says: &[
        Saying::of("tomcat", "apache tomcat"),
        Saying::names("basic-credentials-rejected", "tomcat users xml"),
    ],
};
