//! Tokens that are whole and signed, and still not what the API wants.

use serde_json::json;

use super::bearer::{POLICY, SEND, guarded};
use crate::http::{Request, Response, seconds};
use crate::jwt::{self, KEY, Policy};
use crate::lab::Lab;
use crate::scenario::Scenario;

const HOUR: i64 = 3600;

fn orders(request: &Request, _: &Lab) -> Response {
    guarded(request, POLICY)
}

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "token-not-yet-valid",
        title: "A token of tomorrow",
        see: "The token’s own nbf lies in the future.",
        cause: "token-not-yet-valid",
        host: "almanac.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("orders", &json!({"nbf": seconds() + HOUR, "iat": seconds() + HOUR, "exp": seconds() + 2 * HOUR}))}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "clock-skew",
        title: "The server’s clock is an hour ahead",
        see: "A fresh token is called expired: the server’s Date and this device differ by an hour.",
        cause: "clock-skew",
        host: "clock.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("orders", &json!({"exp": seconds() + HOUR / 4}))}),
        answer: |request, _| {
            guarded(
                request,
                Policy {
                    clock: HOUR,
                    ..POLICY
                },
            )
            .clock(HOUR)
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "token-audience",
        title: "A token for another API",
        see: "The token’s aud names billing, and this is orders.",
        cause: "token-audience",
        host: "audit.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("billing", &json!({}))}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-issuer",
        title: "A token of the staging system",
        see: "The token’s iss is another issuer than the API trusts.",
        cause: "token-issuer",
        host: "passport.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("orders", &json!({"iss": "https://id.staging.lab.test/"}))}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-scope",
        title: "A token without the scope",
        see: "The challenge asks for orders:read, and the token has profile only.",
        cause: "token-scope",
        host: "periscope.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("orders", &json!({"scope": "profile"}))}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-signature",
        title: "A token signed with another key",
        see: "The server says that the signature does not verify.",
        cause: "token-signature",
        host: "wax.localhost",
        script: SEND,
        config: |_| {
            let claims = json!({"iss": jwt::ISSUER, "sub": "user-7", "aud": "orders", "scope": "orders:read", "iat": seconds(), "exp": seconds() + HOUR});
            json!({"token": jwt::sign(&json!({"alg": "HS256", "typ": "JWT"}), &claims, &[KEY, b" no more"].concat())})
        },
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-malformed",
        title: "Half a token",
        see: "The token was cut where it was kept: its last part is missing.",
        cause: "token-malformed",
        host: "scissors.localhost",
        script: SEND,
        config: |_| json!({"token": jwt::access("orders", &json!({})).rsplit_once('.').map_or(String::new(), |(whole, _)| whole.to_owned())}),
        answer: orders,
        ..Scenario::BASE
    },
    Scenario {
        id: "token-kind",
        title: "An ID token where an access token belongs",
        see: "The token says of itself that it is an ID token.",
        cause: "token-kind",
        host: "costume.localhost",
        script: SEND,
        config: |_| {
            json!({"token": jwt::access("web-app", &json!({
                "typ": "ID", "azp": "web-app", "nonce": "n-0S6WzA2Mj", "at_hash": "77QmUPtjPfzWtF2AnpK9RQ", "scope": null, "email": "ada@example.test",
            }))})
        },
        answer: |request, _| match request.authorization("Bearer") {
            Some(_) => Response::challenge(
                "Bearer realm=\"lab\", error=\"invalid_token\", error_description=\"Token verification failed\"",
            ),
            None => guarded(request, POLICY),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "token-binding",
        title: "A bound token without its nonce",
        see: "The server wants a DPoP proof with its nonce, and the client never sends it.",
        cause: "token-binding",
        host: "padlock.localhost",
        script: "await lab.call('/api/orders', { headers: { Authorization: `DPoP ${lab.config.token}`, DPoP: lab.config.proof } });",
        config: |_| {
            json!({
                "token": jwt::access("orders", &json!({"cnf": {"jkt": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}})),
                "proof": jwt::sign(&json!({"typ": "dpop+jwt", "alg": "HS256"}), &json!({"jti": "e1j3V_bKic8", "htm": "GET", "htu": "/api/orders", "iat": seconds()}), KEY),
            })
        },
        answer: |_, lab| {
            Response::challenge("DPoP error=\"use_dpop_nonce\", error_description=\"Resource server requires nonce in DPoP proof\"")
                .header("DPoP-Nonce", lab.sessions.start())
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "token-revoked",
        title: "The token was revoked",
        see: "GitLab’s own words: the token was withdrawn.",
        cause: "token-revoked",
        host: "forge.localhost",
        script: SEND,
        config: |_| json!({"token": "6f3d8e1c0b9a47f2a5d4c3b2e1f00d9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e"}),
        answer: |_, _| {
            Response::challenge(
                "Bearer realm=\"Protected by OAuth 2.0\", error=\"invalid_token\", error_description=\"Token was revoked. You have to re-authorize from the user.\"",
            )
            .json(&json!({"error": "invalid_token", "error_description": "Token was revoked. You have to re-authorize from the user."}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "token-invalid",
        title: "Invalid, and no more is said",
        see: "An opaque token is called invalid: nothing here shows why.",
        cause: "token-invalid",
        host: "oracle.localhost",
        script: SEND,
        config: |_| json!({"token": "Zk3vQ8nLr2Tb6Xw0Yc9Hd4Jm7Ps1Ua5E"}),
        answer: |_, _| {
            Response::challenge("Bearer error=\"invalid_token\"")
                .json(&json!({"error": "invalid_token"}))
        },
        ..Scenario::BASE
    },
];
