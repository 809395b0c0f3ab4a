//! API keys, signed requests, OAuth clients and passwords.

use serde_json::json;

use crate::http::{Request, Response};
use crate::passwords;
use crate::scenario::Scenario;

const KEY: &str = "lab_live_51Nq8Zt3VbC7xK2mW9";

/// What Kong's key-auth plugin answers.
fn keyed(request: &Request) -> Response {
    match request.header("apikey") {
        Some(KEY) => Response::new(200).json(&json!({"rows": []})),
        Some(_) => Response::challenge("Key").json(&json!({"message": "Unauthorized"})),
        None => Response::challenge("Key").json(&json!({"message": "No API key found in request"})),
    }
}

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "api-key-missing",
        title: "No API key",
        see: "The gateway’s challenge asks for a key, and none was sent.",
        cause: "api-key-missing",
        host: "weather.localhost",
        script: "await lab.call('/rest/v1/forecast');",
        answer: |request, _| keyed(request),
        ..Scenario::BASE
    },
    Scenario {
        id: "api-key-invalid",
        title: "A key that was deleted",
        see: "A key was sent and refused.",
        cause: "api-key-invalid",
        host: "maps.localhost",
        script: "await lab.call('/rest/v1/tiles', { headers: { apikey: 'lab_live_42Zz9Qw8Er7Ty6Ui5Op' } });",
        answer: |request, _| keyed(request),
        ..Scenario::BASE
    },
    Scenario {
        id: "api-key-misplaced",
        title: "A key that is sent as a token",
        see: "The key’s own form says that its issuer reads it from x-api-key; it stands in Authorization.",
        cause: "api-key-misplaced",
        host: "parrot.localhost",
        script: "await lab.call('/v1/models', { headers: { Authorization: `Bearer ${lab.config.key}` } });",
        config: |lab| json!({"key": format!("sk-{}-api03-{}{}-AA", "ant", lab.sessions.start(), lab.sessions.start())}),
        answer: |_, _| {
            Response::new(401).json(&json!({"type": "error", "error": {"type": "authentication_error", "message": "Invalid bearer token"}}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "api-key-in-query",
        title: "A key in the address",
        see: "The key stands in the query, and the gateway looks in the header; only the body says that it saw none.",
        cause: "api-key-misplaced",
        blind: Some("api-key-invalid"),
        host: "stocks.localhost",
        script: "await lab.call('/rest/v1/quotes?apikey=lab_live_51Nq8Zt3VbC7xK2mW9');",
        answer: |request, _| keyed(request),
        ..Scenario::BASE
    },
    Scenario {
        id: "scheme-mismatch",
        title: "Token instead of Bearer",
        see: "The token may be good; the API offers Bearer only.",
        cause: "scheme-mismatch",
        host: "railway.localhost",
        script: "await lab.call('/api/orders', { headers: { Authorization: `Token ${lab.config.token}` } });",
        config: |_| json!({"token": crate::jwt::access("orders", &json!({}))}),
        answer: |request, _| super::bearer::guarded(request, super::bearer::POLICY),
        ..Scenario::BASE
    },
    Scenario {
        id: "basic-credentials-rejected",
        title: "A wrong password, by Basic",
        see: "User name and password were sent, well formed, and refused.",
        cause: "basic-credentials-rejected",
        host: "cellar.localhost",
        script: "await lab.call(`${lab.api}/admin/report`, { headers: { Authorization: 'Basic ' + btoa('ada:babbage') } });",
        answer: |request, _| {
            if passwords::basic(request) {
                return Response::new(200).text("the report");
            }
            Response::challenge("Basic realm=\"Admin\", charset=\"UTF-8\"").text("HTTP Basic: Access denied.")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "request-signature",
        title: "A signature that does not verify",
        see: "OAuth 1 says it in its own header: signature_invalid.",
        cause: "request-signature",
        host: "telegraph.localhost",
        script: "
const parts = { oauth_consumer_key: 'k7Jw2', oauth_nonce: 'p3Xc9', oauth_signature: 'tnnArxj06cWHq44gCs1OSKk%2FjLY%3D', oauth_signature_method: 'HMAC-SHA1', oauth_timestamp: String(Math.floor(Date.now() / 1000)), oauth_version: '1.0' };
const header = Object.entries(parts).map(([name, value]) => `${name}=\"${value}\"`).join(', ');
await lab.call('/1.1/statuses', { headers: { Authorization: `OAuth ${header}` } });
",
        answer: |_, _| {
            Response::challenge("OAuth realm=\"telegraph\", oauth_problem=\"signature_invalid\"").text("oauth_problem=signature_invalid")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "oauth-client",
        title: "The OAuth client is refused",
        see: "The token endpoint refuses the application itself, not the person: invalid_client.",
        cause: "oauth-client",
        host: "embassy.localhost",
        script: "
await lab.call(`${lab.api}/oauth/token`, {
  method: 'POST',
  headers: { Authorization: 'Basic ' + btoa('web-app:secret-of-last-year') },
  body: new URLSearchParams({ grant_type: 'authorization_code', code: 'SplxlOBeZQQYbYS6WxSbIA', redirect_uri: lab.home + '/callback' }),
});
",
        answer: |_, _| {
            Response::challenge("Basic realm=\"embassy\", error=\"invalid_client\", error_description=\"Client authentication failed\"")
                .json(&json!({"error": "invalid_client", "error_description": "Client authentication failed"}))
        },
        ..Scenario::BASE
    },
];
