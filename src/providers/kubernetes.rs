//! Kubernetes: an application that people run themselves.

use crate::providers::{Issued, Kind, Lifetime, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "kubernetes",
    name: "Kubernetes",
    kind: Kind::Application,
    lifetimes: &[Lifetime::of(
        Issued::AccessToken,
        3_600,
        "https://github.com/Azure/azure-workload-identity/issues/247",
    )],
    sources: &[
        Source::of(
            "https://github.com/Azure/azure-workload-identity/issues/247",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/citizensadvice/kube-schedule-scaler/pull/8",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/ray-project/kuberay/issues/2324",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Header("x-kubernetes-pf-flowschema-uid"),
        Mark::Header("audit-id"),
    ],
    says: &[
        Saying::of("kubernetes", "kind status api version v1"),
        Saying::names("token-expired", "service account token has expired"),
        Saying::names(
            "permission-denied",
            "user ~4 cannot get|list|create|watch|update|delete|patch resource",
        ),
        Saying::names("token-issuer", "invalid bearer token ~6 issuer"),
        Saying::names("token-audience", "token audiences ~6 invalid"),
    ],
    ..Provider::BARE
};
