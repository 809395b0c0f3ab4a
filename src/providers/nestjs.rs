//! NestJS: a framework or middleware.

use crate::providers::{Kind, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "nestjs",
    name: "NestJS",
    kind: Kind::Framework,
    hosts: &[],
    marks: &[],
    says: &[
        Saying::of("nestjs", "message unauthorized status code 401"),
        Saying::of("nestjs", "status code 401 message unauthorized"),
        Saying::names("authorization-missing", "no auth token"),
    ],
};
