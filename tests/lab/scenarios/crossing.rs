//! Requests that cross an origin or a site, and what stays behind.

use serde_json::json;

use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::scenario::Scenario;

/// Signs in at the API, on the same site, and asks it without credentials.
const SIGN_IN: &str = "
await lab.post(`${lab.api}/login`, { user: 'ada', password: 'lovelace' });
await lab.call(`${lab.api}/api/orders`);
";

/// Signs in at the API, on the same site, and asks it with credentials.
pub(super) const SIGN_IN_THERE: &str = "
await lab.post(`${lab.api}/login`, { user: 'ada', password: 'lovelace' });
await lab.call(`${lab.api}/api/orders`, { credentials: 'include' });
";

/// An application as below, whose `/welcome` sends the visitor back to where it came from.
pub(super) fn hop(request: &Request, lab: &Lab, attributes: &str) -> Response {
    match (request.path.as_str(), request.param("back")) {
        ("/welcome", Some(back)) => Response::redirect(302, &back)
            .cookie(format!("sid={}{attributes}", lab.sessions.start())),
        _ => shop(request, lab, attributes),
    }
}

/// An application with a session cookie whose attributes are these.
pub(super) fn shop(request: &Request, lab: &Lab, attributes: &str) -> Response {
    match request.path.as_str() {
        "/login" => Response::new(200)
            .cookie(format!("sid={}{attributes}", lab.sessions.start()))
            .json(&json!({"user": "ada"})),
        _ if lab.sessions.holds(request.cookie("sid")) => {
            Response::new(200).json(&json!({"orders": []}))
        }
        _ => Response::new(401)
            .json(&json!({"detail": "Authentication credentials were not provided."})),
    }
}

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "fetch-credentials",
        title: "A fetch to the API without credentials",
        see: "Same site, other origin: fetch leaves cookies at home unless it is told credentials: include.",
        cause: "fetch-credentials",
        reasons: &["credentials-omitted"],
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
        answer: |request, _| {
            Response::challenge("Bearer realm=\"orders\"")
                .cors(request)
                .json(&json!({"message": "Unauthorized"}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cors-hides-401",
        title: "A 401 that the page cannot see",
        see: "The 401 lacks CORS headers: the page’s code sees a network error and no status.",
        cause: "cors-hides-401",
        host: "www.opera.localhost",
        cors: false,
        script: "await lab.call(`${lab.api}/api/orders`, { credentials: 'include' });",
        answer: |_, _| Response::new(401).json(&json!({"message": "Unauthorized"})),
        ..Scenario::BASE
    },
    Scenario {
        id: "preflight-redirected",
        title: "The preflight is sent to a sign-in page",
        see: "The gateway redirects OPTIONS, and a preflight may not be redirected.",
        cause: "preflight-unauthorized",
        host: "www.stage.localhost",
        cors: false,
        script: "await lab.call(`${lab.api}/api/orders`, { headers: { Authorization: 'Bearer ' + lab.config.token } });",
        config: |_| json!({"token": crate::jwt::access("orders", &json!({}))}),
        answer: |request, lab| match request.path.as_str() {
            "/login" => Response::new(200).text("Please sign in."),
            _ => Response::redirect(
                302,
                &format!(
                    "{}/login",
                    crate::scenario::origin("http", &request.host, lab.ports)
                ),
            )
            .cors(request),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cors-credentials",
        title: "Any origin, with credentials",
        see: "The answer allows every origin with *, which a browser does not accept for a request with credentials.",
        cause: "cors-credentials",
        host: "www.circus.localhost",
        cors: false,
        // The language goes along with the second call: that it was made with credentials is then known.
        script: "
await lab.call(`${lab.api}/language`, { credentials: 'include' });
await lab.call(`${lab.api}/api/orders`, { credentials: 'include' });
",
        answer: |request, _| match request.path.as_str() {
            "/language" => Response::new(200)
                .cookie("lang=en; Path=/; SameSite=Lax")
                .cors(request)
                .json(&json!({"language": "en"})),
            _ => Response::new(401)
                .header("Access-Control-Allow-Origin", "*")
                .json(&json!({"message": "Unauthorized"})),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cors-authorization-header",
        title: "The preflight does not allow Authorization",
        see: "A star in Access-Control-Allow-Headers never covers Authorization: the request does not leave.",
        cause: "cors-authorization-header",
        host: "www.puppet.localhost",
        cors: false,
        script: "await lab.call(`${lab.api}/api/orders`, { headers: { Authorization: 'Bearer ' + lab.config.token } });",
        config: |_| json!({"token": crate::jwt::access("orders", &json!({}))}),
        answer: |request, _| {
            if request.is_preflight() {
                return Response::new(204)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Headers", "content-type")
                    .header("Access-Control-Allow-Methods", "GET");
            }
            super::bearer::guarded(request, super::bearer::POLICY)
                .header("Access-Control-Allow-Origin", "*")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "redirect-dropped-authorization",
        title: "A redirect to www loses the token",
        see: "The request had its Authorization header until it was redirected to another origin.",
        cause: "redirect-dropped-authorization",
        host: "orchard.localhost",
        script: "await lab.call('/api/orders', { headers: { Authorization: 'Bearer ' + lab.config.token } });",
        config: |_| json!({"token": crate::jwt::access("orders", &json!({}))}),
        answer: |request, lab| {
            if request.host.starts_with("www.") {
                return super::bearer::guarded(request, super::bearer::POLICY);
            }
            Response::redirect(
                308,
                &format!(
                    "{}{}",
                    crate::scenario::origin("http", "www.orchard.localhost", lab.ports),
                    request.target
                ),
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "redirect-kept-authorization",
        title: "A redirect within the origin",
        see: "Nothing: a redirect to the same origin keeps the Authorization header.",
        cause: "",
        alarm: false,
        state: "none",
        host: "avenue.localhost",
        script: "await lab.call('/api/orders', { headers: { Authorization: 'Bearer ' + lab.config.token } });",
        config: |_| json!({"token": crate::jwt::access("orders", &json!({}))}),
        answer: |request, _| {
            if request.path.ends_with('/') {
                return super::bearer::guarded(request, super::bearer::POLICY);
            }
            Response::redirect(307, &format!("{}/", request.path))
        },
        ..Scenario::BASE
    },
];
