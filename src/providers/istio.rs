//! Istio and Envoy: an API gateway.

use crate::providers::{Goal, Kind, Link, Mark, Provider, Source};
use crate::speech::Saying;

/// The provider.
pub(super) static PROVIDER: Provider = Provider {
    id: "istio",
    name: "Istio and Envoy",
    kind: Kind::Gateway,
    docs: &["envoyproxy.io"],
    links: &[Link::to(
        Goal::Errors,
        "https://www.envoyproxy.io/docs/envoy/v1.10.0/configuration/http_filters/jwt_authn_filter",
    )],
    sources: &[
        Source::of(
            "https://www.envoyproxy.io/docs/envoy/v1.10.0/configuration/http_filters/jwt_authn_filter",
            "2026-11-21",
        ),
        Source::of(
            "https://github.com/envoyproxy/envoy/issues/34227",
            "2026-11-21",
        ),
    ],
    hosts: &[],
    marks: &[
        Mark::HeaderValue("server", "istio-envoy"),
        Mark::HeaderValue("server", "envoy"),
        Mark::Header("x-envoy-upstream-service-time"),
    ],
    says: &[
        Saying::names("token-issuer", "jwt issuer is not configured"),
        Saying::names("token-audience", "audiences in jwt are not allowed"),
        Saying::names("token-expired", "jwt is expired"),
        Saying::names("token-not-yet-valid", "jwt not yet valid"),
        Saying::names("token-signature", "jwt verification fails"),
        Saying::names(
            "token-malformed",
            "jwt is not in the form of header payload signature",
        ),
        Saying::names("authorization-missing", "jwt is missing"),
        Saying::names(
            "token-signature",
            "jwks doesnt have key to match kid or alg from jwt",
        ),
        Saying::names("server-fault", "jwks remote fetch is failed"),
        Saying::names("permission-denied", "rbac access denied"),
        Saying::names("authorization-missing", "^jwt is missing"),
        Saying::names("token-expired", "^jwt is expired"),
        Saying::names("gateway-auth", "oauth flow failed"),
    ],
    ..Provider::BARE
};
