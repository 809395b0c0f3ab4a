//! Elasticsearch: an application that people run themselves.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "elasticsearch",
    name: "Elasticsearch",
    kind: Kind::Application,
    docs: &["elastic.co"],
    links: &[Link::to(
        Goal::Errors,
        "https://elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/token-based-authentication-services",
    )],
    lifetimes: &[
        Lifetime::of(
            Issued::AccessToken,
            1_200,
            "https://elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/token-based-authentication-services",
        ),
        Lifetime::of(
            Issued::RefreshToken,
            86_400,
            "https://elastic.co/guide/en/elastic-stack-overview/7.1/token-authentication-services.html",
        ),
    ],
    sources: &[
        Source::of(
            "https://elastic.co/docs/deploy-manage/users-roles/cluster-or-deployment-auth/token-based-authentication-services",
            "2026-11-21",
        ),
        Source::of(
            "https://elastic.co/guide/en/elastic-stack-overview/7.1/token-authentication-services.html",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Header("x-elastic-product"),
        Mark::Realm("Basic", "security"),
        Mark::Realm("Basic", "OpenSearch Security"),
    ],
    says: &[
        Saying::of("elasticsearch", "type security exception"),
        Saying::names(
            "authorization-missing",
            "missing authentication credentials for rest request",
        ),
        Saying::names("basic-credentials-rejected", "unable to authenticate user"),
        Saying::names("permission-denied", "is unauthorized for user"),
        Saying::hints(
            "api-key-invalid",
            "unable to authenticate with provided credentials and anonymous access is not allowed",
        ),
        Saying::names("api-key-invalid", "api key is expired|invalidated"),
        Saying::names("api-key-invalid", "unable to find apikey"),
        Saying::names(
            "permission-denied",
            "action ~6 is unauthorized for user|api",
        ),
    ],
};
