//! RabbitMQ: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "rabbitmq",
    name: "RabbitMQ",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Realm("Basic", "RabbitMQ Management")],
    says: &[
        Saying::names("ip-restricted", "user can only log in via localhost"),
        Saying::names("basic-credentials-rejected", "not authorized ~2 login failed"),
        Saying::names("permission-denied", "not authorised|authorized ~2 not management user"),
    ],
    ..Provider::BARE
};
