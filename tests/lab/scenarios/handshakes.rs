//! 401s that are a step of something that then succeeds.

use serde_json::json;

use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::passwords;
use crate::scenario::Scenario;

const ASK_WITH_PASSWORD: &str = "
const xhr = new XMLHttpRequest();
xhr.open('GET', '/files/report', true, 'ada', 'lovelace');
const ended = lab.event(xhr, 'loadend');
xhr.send();
await ended;
lab.say(`GET /files/report: ${xhr.status}`, xhr.status === 200);
";

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "refresh-and-retry",
        title: "401, refresh, and the same again",
        see: "No badge, no toast: the client renews its token and the same request succeeds.",
        cause: "challenge-handshake",
        alarm: false,
        state: "harmless",
        host: "library.localhost",
        script: "
let token = lab.config.token;
const orders = () => lab.call('/api/orders', { headers: { Authorization: `Bearer ${token}` } });
const first = await orders();
if (first.status === 401) {
  const renewed = await lab.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: lab.config.refresh });
  token = (await renewed.json()).access_token;
  await orders();
}
",
        config: |lab| json!({"token": crate::jwt::access("orders", &json!({"exp": crate::http::seconds() - 5})), "refresh": lab.sessions.start()}),
        answer: renewing,
        ..Scenario::BASE
    },
    Scenario {
        id: "basic-handshake",
        title: "Basic: asked, answered, let in",
        see: "No badge, no toast: the first 401 is how Basic begins.",
        cause: "challenge-handshake",
        alarm: false,
        state: "harmless",
        host: "archive.localhost",
        script: ASK_WITH_PASSWORD,
        answer: |request, _| {
            if passwords::basic(request) {
                return Response::new(200).text("the report");
            }
            Response::challenge("Basic realm=\"files\"").text("Unauthorized")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "digest-handshake",
        title: "Digest: asked, answered, let in",
        see: "No badge, no toast: the first 401 brings the nonce that the answer is made with.",
        cause: "challenge-handshake",
        alarm: false,
        state: "harmless",
        host: "camera.localhost",
        script: ASK_WITH_PASSWORD,
        answer: |request, lab| {
            if passwords::digest(request, &lab.sessions) {
                return Response::new(200).text("the report");
            }
            Response::challenge(&passwords::digest_challenge(&lab.sessions)).text("Unauthorized")
        },
        ..Scenario::BASE
    },
];

/// An API with a token endpoint whose refresh tokens are good once.
pub(super) fn renewing(request: &Request, lab: &Lab) -> Response {
    if request.path != "/oauth/token" {
        return super::bearer::guarded(request, super::bearer::POLICY);
    }
    if request
        .field("refresh_token")
        .is_some_and(|token| lab.sessions.end(&token))
    {
        return Response::new(200).json(&json!({
            "access_token": crate::jwt::access("orders", &json!({})), "token_type": "Bearer", "expires_in": 3600,
            "refresh_token": lab.sessions.start(),
        }));
    }
    Response::new(400).json(
        &json!({"error": "invalid_grant", "error_description": "Unknown or used refresh token."}),
    )
}
