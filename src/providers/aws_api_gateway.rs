//! Amazon API Gateway: an API gateway.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "aws-api-gateway",
    name: "Amazon API Gateway",
    kind: Kind::Gateway,
    docs: &["aws.amazon.com", "repost.aws"],
    links: &[Link::to(
        Goal::Errors,
        "https://repost.aws/knowledge-center/api-gateway-cognito-401-unauthorized",
    )],
    sources: &[
        Source::of(
            "https://aws.amazon.com/es/premiumsupport/knowledge-center/api-gateway-401-error-lambda-authorizer/",
            "2026-11-21",
        ),
        Source::of(
            "https://repost.aws/es/questions/QUVhACT_QzSn6bg6rHbLHKbQ/api-gateway-authorizer-giving-401-for-cognito",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::Header("x-amz-apigw-id"),
        Mark::Header("x-amzn-remapped-www-authenticate"),
        Mark::Header("apigw-requestid"),
    ],
    says: &[
        Saying::names("authorization-missing", "missing authentication token"),
        Saying::names("token-expired", "the incoming token has expired"),
        Saying::names(
            "token-malformed",
            "invalid key value pair missing equal sign in authorization header",
        ),
        Saying::names(
            "request-signature",
            "the request signature we calculated does not match",
        ),
        Saying::names("request-signature", "signature does not match"),
        Saying::names("request-signature", "signature expired"),
        Saying::names("request-signature", "incomplete signature"),
        Saying::names(
            "request-signature",
            "authorization header requires credential parameter",
        ),
        Saying::names(
            "token-expired",
            "expired token exception|the security token included in the request is expired",
        ),
        Saying::names(
            "token-invalid",
            "the security token included in the request is invalid",
        ),
        Saying::names("api-key-invalid", "invalid access key id"),
        Saying::names("login-rejected", "incorrect username or password"),
        Saying::names("token-revoked", "access token has been revoked"),
        Saying::names("token-expired", "access token has expired"),
        Saying::names("refresh-failed", "refresh token has expired"),
        Saying::names("refresh-failed", "refresh token has been revoked"),
        Saying::names("oauth-client", "unable to verify secret hash for client"),
        Saying::names(
            "token-invalid",
            "security token included in the request is invalid",
        ),
        Saying::names(
            "token-expired",
            "security token included in the request is expired",
        ),
        Saying::names("token-expired", "expired token exception"),
        Saying::names(
            "request-signature",
            "signature we calculated does not match",
        ),
        Saying::names("request-signature", "invalid signature exception"),
        Saying::names("request-signature", "credential should be scoped to"),
        Saying::names("api-key-missing", "api key required"),
        Saying::names(
            "token-scope",
            "not authorized to access this resource with an explicit deny",
        ),
    ],
    ..Provider::BARE
};
