//! Werkzeug: the development server of whatever is written in Python for WSGI.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "werkzeug",
    name: "Werkzeug",
    kind: Kind::Server,
    marks: &[Mark::HeaderValue("server", "Werkzeug")],
    ..Provider::BARE
};
