//! Puma: a server for whatever is written in Ruby for Rack.

use crate::providers::{Kind, Mark, Provider};

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "puma",
    name: "Puma",
    kind: Kind::Server,
    marks: &[Mark::HeaderValue("server", "Puma")],
    ..Provider::BARE
};
