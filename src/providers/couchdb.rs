//! CouchDB: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "couchdb",
    name: "CouchDB",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::HeaderValue("server", "CouchDB"), Mark::Header("x-couchdb-body-time")],
    says: &[
        Saying::names("permission-denied", "you are not a server admin"),
        Saying::names("basic-credentials-rejected", "name or password is incorrect"),
        Saying::names("permission-denied", "you are not a db or server admin|authorized to access this db"),
        Saying::names("account-locked", "account is temporarily locked due to multiple authentication failures"),
        Saying::names("no-credentials", "you are not authorized to access this db"),
    ],
    ..Provider::BARE
};
