//! Microsoft Graph: a service with an API.

use crate::providers::{Goal, Issued, Kind, Lifetime, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "microsoft-graph",
    name: "Microsoft Graph",
    kind: Kind::Api,
    docs: &["learn.microsoft.com"],
    links: &[Link::to(
        Goal::Errors,
        "https://learn.microsoft.com/en-us/graph/resolve-auth-errors",
    )],
    lifetimes: &[Lifetime::between(
        Issued::AccessToken,
        3_600,
        5_400,
        "https://github.com/MicrosoftDocs/entra-docs/blob/099d35c68ea539f61911aecf54545a1840629d72/docs/identity-platform/configurable-token-lifetimes.md",
    )],
    sources: &[
        Source::of(
            "https://learn.microsoft.com/en-us/graph/resolve-auth-errors",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/MicrosoftDocs/entra-docs/blob/099d35c68ea539f61911aecf54545a1840629d72/docs/identity-platform/configurable-token-lifetimes.md",
            "2026-11-21",
        ),
    ],
    hosts: &["graph.microsoft.com", "graph.microsoft.us"],
    marks: &[Mark::Header("x-ms-ags-diagnostic")],
    says: &[
        Saying::names(
            "token-audience",
            "access token validation failure invalid audience",
        ),
        Saying::names("token-audience", "invalid audience"),
        Saying::names("token-malformed", "compact token parsing failed"),
        Saying::names("token-malformed", "jwt is not well formed"),
        Saying::names(
            "token-expired",
            "lifetime validation failed ~3 token is expired",
        ),
        Saying::names("authorization-missing", "access token is empty"),
        Saying::names("mfa-required", "token created with outdated policies"),
        Saying::names("mfa-required", "continuous access evaluation resulted"),
        Saying::names(
            "token-signature",
            "idx10503|idx10511|idx10501|idx10500|idx10516|idx10517",
        ),
        Saying::names("token-expired", "idx10223"),
        Saying::names("token-audience", "idx10214|idx10206|idx10208"),
        Saying::names("token-issuer", "idx10205|idx10211"),
        Saying::names("token-not-yet-valid", "idx10222"),
        Saying::names("token-malformed", "idx12741|idx14100|idx12709|idx12729"),
        Saying::names("token-signature", "idx10609|idx10653"),
        Saying::names("token-signature", "signing key is not configured"),
        Saying::names("token-expired", "lifetime validation failed"),
        Saying::names("token-expired", "expired authentication token"),
        Saying::names(
            "token-malformed",
            "compact token parsing failed|idx12741|idx14100",
        ),
        Saying::names("token-malformed", "idx12709"),
        Saying::names("token-signature", "signature is invalid ~6 access token"),
        Saying::names("token-issuer", "access token is from the wrong issuer"),
        Saying::names("token-issuer", "invalid authentication token tenant"),
        Saying::names("token-revoked", "token ~6 revoked"),
        Saying::names("mfa-required", "insufficient claims"),
        Saying::names("mfa-required", "continuous access evaluation"),
        Saying::names("token-revoked", "token issued before revocation timestamp"),
        Saying::names("token-scope", "authorization request denied"),
        Saying::names(
            "token-scope",
            "insufficient privileges to complete the operation",
        ),
        Saying::names("subscription-required", "tenant does not have ~3 license"),
    ],
};
