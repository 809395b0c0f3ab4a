//! People who have not signed in, and people whose session has gone.

use serde_json::json;

use crate::http::Response;
use crate::pages::end;
use crate::scenario::Scenario;
use crate::sessions::random;

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "no-credentials",
        title: "A visitor opens an account page",
        see: "The document is answered 401. You are simply not signed in: sign in first.",
        cause: "no-credentials",
        host: "bakery.localhost",
        script: "await lab.go('/account');",
        answer: |_, _| {
            Response::new(401).html(end(
                "Sign in",
                "This page is for customers. Please sign in.",
            ))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "session-probe",
        title: "A visitor’s page asks who is there",
        see: "No badge, no toast: the page asks /api/me at start, is told that nobody is signed in, and goes on working.",
        cause: "no-credentials",
        alarm: false,
        state: "harmless",
        host: "books.localhost",
        script: "
await lab.call('/api/me', { credentials: 'include' });
await lab.call('/api/bestsellers');
await lab.call('/api/news');
",
        answer: |request, _| match request.path.as_str() {
            "/api/me" => Response::new(401).json(&json!({"user": null})),
            _ => Response::new(200).json(&json!({"items": [1, 2, 3]})),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "session-expired",
        title: "The server has forgotten the session",
        see: "The cookie is sent, and the server no longer knows it: sign in again.",
        cause: "session-expired",
        host: "garden.localhost",
        script: "await lab.call('/api/orders');",
        arrive: |_, page| page.cookie(format!("sid={}; Path=/; HttpOnly; SameSite=Lax", random())),
        answer: |request, lab| {
            if lab.sessions.holds(request.cookie("sid")) {
                return Response::new(200).json(&json!({"orders": []}));
            }
            Response::new(401).json(&json!({"error": "unauthorized", "message": "Your session has expired. Please sign in again."}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "session-alive",
        title: "Signed in, and all is well",
        see: "Nothing: the cookie is sent, and the server knows it.",
        cause: "",
        alarm: false,
        state: "none",
        host: "florist.localhost",
        script: "
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call('/api/orders');
",
        answer: |request, lab| match request.path.as_str() {
            "/login" => Response::new(200)
                .cookie(format!(
                    "sid={}; Path=/; HttpOnly; SameSite=Lax",
                    lab.sessions.start()
                ))
                .json(&json!({})),
            _ if lab.sessions.holds(request.cookie("sid")) => {
                Response::new(200).json(&json!({"orders": []}))
            }
            _ => Response::new(401).json(&json!({"error": "unauthorized"})),
        },
        ..Scenario::BASE
    },
];
