//! AWS AppSync: a service with an API.

use crate::providers::{Goal, Kind, Link, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "appsync",
    name: "AWS AppSync",
    kind: Kind::Api,
    docs: &["repost.aws"],
    links: &[Link::to(
        Goal::Errors,
        "https://www.repost.aws/knowledge-center/aws-appsync-graphql-request-unauth-error",
    )],
    sources: &[
        Source::of(
            "https://www.repost.aws/knowledge-center/aws-appsync-graphql-request-unauth-error",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/aws-amplify/amplify-js/issues/4373",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/aws-amplify/amplify-js/issues/4270",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/aws-amplify/amplify-js/issues/11317",
            "2026-11-21",
        ),
    ],
    hosts: &[
        "appsync-api.us-east-1.amazonaws.com",
        "appsync-api.us-east-2.amazonaws.com",
        "appsync-api.us-west-1.amazonaws.com",
        "appsync-api.us-west-2.amazonaws.com",
        "appsync-api.ca-central-1.amazonaws.com",
        "appsync-api.sa-east-1.amazonaws.com",
        "appsync-api.eu-west-1.amazonaws.com",
        "appsync-api.eu-west-2.amazonaws.com",
        "appsync-api.eu-west-3.amazonaws.com",
        "appsync-api.eu-central-1.amazonaws.com",
        "appsync-api.eu-north-1.amazonaws.com",
        "appsync-api.eu-south-1.amazonaws.com",
        "appsync-api.me-south-1.amazonaws.com",
        "appsync-api.ap-east-1.amazonaws.com",
        "appsync-api.ap-south-1.amazonaws.com",
        "appsync-api.ap-northeast-1.amazonaws.com",
        "appsync-api.ap-northeast-2.amazonaws.com",
        "appsync-api.ap-northeast-3.amazonaws.com",
        "appsync-api.ap-southeast-1.amazonaws.com",
        "appsync-api.ap-southeast-2.amazonaws.com",
    ],
    marks: &[],
    says: &[
        Saying::of("appsync", "error type unauthorized exception"),
        Saying::names(
            "api-key-invalid",
            "you are not authorized to make this call",
        ),
        Saying::names(
            "authorization-missing",
            "valid authorization header not provided",
        ),
        Saying::names("authorization-missing", "missing authorization header"),
        Saying::names("permission-denied", "not authorized to access ~4 on type"),
    ],
    ..Provider::BARE
};
