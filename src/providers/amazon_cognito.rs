//! Amazon Cognito: an identity provider.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "amazon-cognito",
    name: "Amazon Cognito",
    kind: Kind::Identity,
    docs: &["docs.aws.amazon.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpoolclient-tokenvalidityunits.html",
    )],
    lifetimes: &[Lifetime::of(
        Issued::RefreshToken,
        2_592_000,
        "https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/cognitoidentityprovider/aws.sdk.kotlin.services.cognitoidentityprovider.model/-user-pool-client-type/refresh-token-validity.html",
    )],
    sources: &[
        Source::of(
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cognito-userpoolclient-tokenvalidityunits.html",
            "2026-11-21",
        ),
        Source::of(
            "https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/cognitoidentityprovider/aws.sdk.kotlin.services.cognitoidentityprovider.model/-user-pool-client-type/refresh-token-validity.html",
            "2026-11-21",
        ),
    ],
    hosts: &["amazoncognito.com"],
    marks: &[Mark::Header("x-amzn-cognito")],
    says: &[
        Saying::names("login-rejected", "incorrect username or password"),
        Saying::names("token-revoked", "access token has been revoked"),
        Saying::names("token-expired", "access token has expired"),
        Saying::names("login-rejected", "user does not exist"),
        Saying::names("account-locked", "user is not confirmed|disabled"),
        Saying::names("account-locked", "password attempts exceeded"),
        Saying::names("refresh-failed", "refresh token has ~1 expired|revoked"),
        Saying::names("oauth-client", "unable to verify secret hash"),
        Saying::names("token-scope", "access token does not have required scopes"),
    ],
};
