//! Werkzeug: the development server of whatever is written in Python for WSGI.

use crate::providers::{Kind, Mark, Provider, Source};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "werkzeug",
    name: "Werkzeug",
    kind: Kind::Server,
    sources: &[Source::of(
        "https://github.com/pallets/werkzeug/blob/ab6150fa49afc61b0c5eed6d9545d03d1958e384/src/werkzeug/serving.py",
        "2026-11-21",
    )],
    marks: &[Mark::HeaderValue("server", "Werkzeug")],
    ..Provider::BARE
};
