//! CouchDB: an application that people run themselves.

use crate::providers::{Issued, Kind, Lifetime, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "couchdb",
    name: "CouchDB",
    kind: Kind::Application,
    lifetimes: &[Lifetime::of(
        Issued::Session,
        600,
        "https://github.com/apache/couchdb/blob/0156a55012b76adb652c11032596d9801c71665e/src/couch/src/couch_httpd_auth.erl",
    )],
    sources: &[
        Source::of(
            "https://github.com/apache/couchdb/blob/0156a55012b76adb652c11032596d9801c71665e/src/couch/src/couch_httpd_auth.erl",
            "2026-11-21",
        ),
        Source::of("https://gist.github.com/motin/4116696", "2026-11-21"),
        Source::of("https://gist.github.com/MrTrick/594894", "2026-11-21"),
        Source::of(
            "https://hexdocs.pm/couchdb_connector/Couchdb.Connector.Admin.html",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "CouchDB"),
        Mark::Header("x-couchdb-body-time"),
    ],
    says: &[
        Saying::names("permission-denied", "you are not a server admin"),
        Saying::names(
            "basic-credentials-rejected",
            "name or password is incorrect",
        ),
        Saying::names(
            "permission-denied",
            "you are not a db or server admin|authorized to access this db",
        ),
        Saying::names(
            "account-locked",
            "account is temporarily locked due to multiple authentication failures",
        ),
        Saying::names("no-credentials", "you are not authorized to access this db"),
    ],
    ..Provider::BARE
};
