//! Kubernetes: an application that people run themselves.

use crate::providers::{Kind, Mark, Provider};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kubernetes",
    name: "Kubernetes",
    kind: Kind::Application,
    hosts: &[],
    marks: &[Mark::Header("x-kubernetes-pf-flowschema-uid"), Mark::Header("audit-id")],
    says: &[
        Saying::of("kubernetes", "kind status api version v1"),
    ],
};
