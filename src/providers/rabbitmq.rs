//! RabbitMQ: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "rabbitmq",
    name: "RabbitMQ",
    kind: Kind::Application,
    sources: &[Source::of(
        "https://github.com/rabbitmq/rabbitmq-server/blob/022699b390ac1ca956772740d44fd7e52d16e176/deps/rabbitmq_management/include/rabbit_mgmt.hrl",
        "2026-11-21",
    )],
    hosts: &[],
    marks: &[Mark::Realm("Basic", "RabbitMQ Management")],
    says: &[
        Saying::of("rabbitmq", "^error not authorised$"),
        Saying::names("ip-restricted", "user can only log in via localhost"),
        Saying::names(
            "basic-credentials-rejected",
            "not authorized ~2 login failed",
        ),
        Saying::names(
            "permission-denied",
            "not authorised|authorized ~2 not management user",
        ),
    ],
    ..Provider::BARE
};
