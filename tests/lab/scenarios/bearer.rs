//! APIs that want a bearer token (RFC 6750), and clients that send something else.

use serde_json::json;

use crate::http::{Request, Response};
use crate::jwt::{self, Fault, Policy};
use crate::lab::Lab;
use crate::scenario::Scenario;

pub(super) const POLICY: Policy = Policy {
    audience: "orders",
    scope: "orders:read",
    clock: 0,
};

/// What a resource server answers: the words are Spring Security's, the codes RFC 6750's.
pub(super) fn guarded(request: &Request, policy: Policy) -> Response {
    let Some(token) = request.authorization("Bearer") else {
        return Response::challenge("Bearer")
            .json(&json!({"status": 401, "error": "Unauthorized", "path": request.path}));
    };
    let words = match jwt::verify(token, policy) {
        Ok(_) => return Response::new(200).json(&json!({"orders": []})),
        Err(Fault::Malformed) => {
            "An error occurred while attempting to decode the Jwt: Malformed token"
        }
        Err(Fault::Signature) => {
            "An error occurred while attempting to decode the Jwt: Signed JWT rejected: Invalid signature"
        }
        Err(Fault::Expired) => "An error occurred while attempting to decode the Jwt: Jwt expired",
        Err(Fault::NotYetValid) => {
            "An error occurred while attempting to decode the Jwt: Jwt used before its nbf"
        }
        Err(Fault::Audience) => "The aud claim is not valid",
        Err(Fault::Issuer) => "The iss claim is not valid",
        Err(Fault::Scope) => {
            return Response::challenge(&format!(
                "Bearer error=\"insufficient_scope\", error_description=\"The request requires higher privileges than provided by the access token.\", scope=\"{}\"",
                policy.scope
            ));
        }
    };
    Response::challenge(&format!(
        "Bearer error=\"invalid_token\", error_description=\"{words}\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\""
    ))
}

fn orders(request: &Request, _: &Lab) -> Response {
    guarded(request, POLICY)
}

pub(super) const SEND: &str =
    "await lab.call('/api/orders', { headers: { Authorization: `Bearer ${lab.config.token}` } });";

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "authorization-missing",
        title: "The API wants a token and gets none",
        see: "The challenge asks for Bearer; this fetch has no Authorization header, though another one had.",
        cause: "authorization-missing",
        host: "harbour.localhost",
        script: "
await lab.call('/api/orders', { headers: { Authorization: `Bearer ${lab.config.token}` } });
await lab.call('/api/invoices');
",
        config: |_| json!({"token": jwt::access("orders", &json!({}))}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "authorization-malformed",
        title: "Bearer Bearer",
        see: "The word Bearer stands there twice: the stored token already had it.",
        cause: "authorization-malformed",
        host: "museum.localhost",
        script: SEND,
        config: |_| json!({"token": format!("Bearer {}", jwt::access("orders", &json!({})))}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-placeholder",
        title: "Bearer undefined",
        see: "The token is the word undefined: it was read before it was there.",
        cause: "token-placeholder",
        host: "ferry.localhost",
        script: SEND,
        config: |_| json!({}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-expired",
        title: "The token ran out an hour ago",
        see: "The token’s own exp has passed, and the server says so.",
        cause: "token-expired",
        host: "atlas.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("orders", &json!({"iat": crate::http::seconds() - 7200, "nbf": crate::http::seconds() - 7200, "exp": crate::http::seconds() - 3600}))}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-good",
        title: "A good token",
        see: "Nothing: the API accepts it.",
        cause: "",
        alarm: false,
        state: "none",
        host: "ticket.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("orders", &json!({}))}),
        answer: orders,
        ..Scenario::BASE
    },
];
