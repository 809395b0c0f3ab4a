//! Requests that cross an origin or a site, and what stays behind.

use serde_json::json;

use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::scenario::Scenario;

const SIGN_IN: &str = "
await lab.post(`${lab.api}/login`, { user: 'ada', password: 'lovelace' });
await lab.call(`${lab.api}/api/orders`);
";

/// An application with a session cookie whose attributes are these.
pub(super) fn shop(request: &Request, lab: &Lab, attributes: &str) -> Response {
    match request.path.as_str() {
        "/login" | "/welcome" => {
            let line = format!("sid={}{attributes}", lab.sessions.start("ada"));
            let body = "<!doctype html><title>Welcome</title><p>Signed in.</p>";
            let answer = Response::new(200).cookie(line);
            if request.path == "/welcome" {
                answer.html(body)
            } else {
                answer.json(&json!({"user": "ada"}))
            }
        }
        _ if lab.sessions.holds(request.cookie("sid")) => {
            Response::new(200).json(&json!({"orders": []}))
        }
        _ => Response::new(401)
            .json(&json!({"detail": "Authentication credentials were not provided."})),
    }
}

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "samesite-lax",
        title: "A Lax cookie on a fetch to another site",
        see: "The browser holds the cookie and keeps it: SameSite=Lax does not go with a fetch from another site.",
        cause: "samesite-lax",
        host: "kitchen.localhost",
        script: "
if (!location.search) await lab.go(`${lab.other}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.call(`${lab.other}/api/orders`, { credentials: 'include' });
",
        answer: |request, lab| match (request.path.as_str(), request.param("back")) {
            ("/welcome", Some(back)) => {
                Response::redirect(302, &back).cookie(format!("sid={}; Path=/; HttpOnly; SameSite=Lax", lab.sessions.start("ada")))
            }
            _ => shop(request, lab, ""),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "fetch-credentials",
        title: "A fetch to the API without credentials",
        see: "Same site, other origin: fetch leaves cookies at home unless it is told credentials: include.",
        cause: "fetch-credentials",
        host: "www.cinema.localhost",
        script: SIGN_IN,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "preflight-unauthorized",
        title: "The preflight is asked to sign in",
        see: "The server answers 401 to OPTIONS, which never carries credentials.",
        cause: "preflight-unauthorized",
        host: "www.theatre.localhost",
        cors: false,
        script: "await lab.call(`${lab.api}/api/orders`, { headers: { Authorization: 'Bearer ' + lab.config.token } });",
        config: |_| json!({"token": crate::jwt::access("orders", &json!({}))}),
        answer: |request, _| Response::challenge("Bearer realm=\"orders\"").cors(request).json(&json!({"message": "Unauthorized"})),
        ..Scenario::BASE
    },
    Scenario {
        id: "cors-hides-401",
        title: "A 401 that the page cannot see",
        see: "The 401 lacks CORS headers: the page’s code sees a network error and no status.",
        cause: "cors-hides-401",
        also: &["session-expired", "no-credentials"],
        host: "www.opera.localhost",
        cors: false,
        script: "await lab.call(`${lab.api}/api/orders`, { credentials: 'include' });",
        answer: |_, _| Response::new(401).json(&json!({"message": "Unauthorized"})),
        ..Scenario::BASE
    },
];
