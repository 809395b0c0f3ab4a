//! RabbitMQ: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "rabbitmq",
    name: "RabbitMQ",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Realm("Basic", "RabbitMQ Management"), Mark::HeaderValue("server", "Cowboy")],
    says: &[
        Saying::names("ip-restricted", "user can only log in via localhost"),
    ],
};
