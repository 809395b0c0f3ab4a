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
        Saying::names("token-expired", "service account token has expired"),
        Saying::names("permission-denied", "user ~4 cannot get|list|create|watch|update|delete|patch resource"),
        Saying::names("token-issuer", "invalid bearer token ~6 issuer"),
        Saying::names("token-audience", "token audiences ~6 invalid"),
    ],
};
