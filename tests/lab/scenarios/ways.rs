//! 401s that come by other ways than a fetch of the page.

use serde_json::json;

use super::crossing::hop;
use crate::http::{Request, Response};
use crate::lab::Lab;
use crate::pages::end;
use crate::scenario::Scenario;
use crate::sessions::random;

/// A cookie of an earlier visit, to a session that the store has forgotten.
fn stale(_: &Lab, page: Response) -> Response {
    page.cookie(format!("sid={}; Path=/; HttpOnly; SameSite=Lax", random()))
}

fn expired(_: &Request, _: &Lab) -> Response {
    Response::new(401).json(&json!({"message": "Session expired"}))
}

const WORKER: &str = "
addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => { if (new URL(event.request.url).pathname.startsWith('/api/')) event.respondWith(fetch(event.request)); });
";

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "xhr",
        title: "An XMLHttpRequest",
        see: "The old way to ask fails in the same way.",
        cause: "session-expired",
        host: "telegram.localhost",
        script: "
const xhr = new XMLHttpRequest();
xhr.open('GET', '/api/orders');
const ended = lab.event(xhr, 'loadend');
xhr.send();
await ended;
lab.say(`GET /api/orders: ${xhr.status}`, xhr.status === 200);
",
        arrive: stale,
        answer: expired,
        ..Scenario::BASE
    },
    Scenario {
        id: "websocket",
        title: "A websocket’s handshake",
        see: "The handshake is answered 401; the page only learns that the socket failed.",
        cause: "session-expired",
        host: "radio.localhost",
        script: "
const socket = new WebSocket(lab.home.replace('http', 'ws') + '/live');
lab.say(`WebSocket: ${await lab.event(socket, 'open', 'error')}`, false);
",
        arrive: stale,
        answer: expired,
        ..Scenario::BASE
    },
    Scenario {
        id: "event-source",
        title: "An EventSource",
        see: "It cannot send an Authorization header, and this API wants one.",
        cause: "authorization-missing",
        host: "ticker.localhost",
        script: "
const source = new EventSource('/api/stream');
await lab.event(source, 'open', 'error');
source.close();
lab.say('EventSource: error', false);
",
        answer: |request, _| super::bearer::guarded(request, super::bearer::POLICY),
        ..Scenario::BASE
    },
    Scenario {
        id: "service-worker",
        title: "Through a service worker",
        see: "The request is the page’s, although its service worker sends it.",
        cause: "session-expired",
        host: "courier.localhost",
        script: "
const container = navigator.serviceWorker;
const controlled = container.controller ? Promise.resolve() : lab.event(container, 'controllerchange');
await container.register('/sw.js');
await controlled;
await lab.call('/api/orders');
",
        arrive: stale,
        answer: |request, lab| match request.path.as_str() {
            "/sw.js" => Response::new(200).typed("text/javascript", WORKER),
            _ => expired(request, lab),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "web-worker",
        title: "From a web worker",
        see: "A worker’s request counts as its page’s.",
        cause: "session-expired",
        host: "quarry.localhost",
        script: "
const worker = new Worker('/worker.js');
const { data } = await new Promise((keep) => { worker.onmessage = keep; });
lab.say(`the worker’s GET /api/orders: ${data}`, false);
",
        arrive: stale,
        answer: |request, lab| match request.path.as_str() {
            "/worker.js" => Response::new(200).typed("text/javascript", "fetch('/api/orders').then((answer) => postMessage(answer.status));"),
            _ => expired(request, lab),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "frame",
        title: "A frame of the same site",
        see: "The framed page is answered 401.",
        cause: "session-expired",
        host: "gallery.localhost",
        script: "await lab.put('iframe', { src: '/widget' });",
        arrive: stale,
        answer: |_, _| Response::new(401).html(end("Session expired", "Please sign in again.")),
        ..Scenario::BASE
    },
    Scenario {
        id: "frame-of-another-site",
        title: "A frame of another site, signed in there",
        see: "Inside a frame the other site’s Lax cookie does not go.",
        cause: "samesite-lax",
        host: "magazine.localhost",
        script: "
if (!location.search) await lab.go(`${lab.other}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.put('iframe', { src: `${lab.other}/widget` });
",
        answer: |request, lab| match request.path.as_str() {
            "/widget" if !lab.sessions.holds(request.cookie("sid")) => Response::new(401).html(end("Unauthorized", "Please sign in.")),
            _ => hop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "form",
        title: "A form, after the session has gone",
        see: "The document after the form is answered 401: what was typed is best copied before signing in again.",
        cause: "session-expired",
        host: "notary.localhost",
        script: "await lab.submit('/orders', { item: 'bread' });",
        arrive: stale,
        answer: |_, _| Response::new(401).html(end("Session expired", "Please sign in again.")),
        ..Scenario::BASE
    },
    Scenario {
        id: "strict-policy",
        title: "A page under the strictest policy",
        see: "The toast appears although the page’s Content-Security-Policy allows nothing.",
        cause: "session-expired",
        host: "bunker.localhost",
        script: "await lab.go('/account');",
        arrive: stale,
        answer: |_, _| {
            Response::new(401)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .html(end("Session expired", "Please sign in again."))
        },
        ..Scenario::BASE
    },
];
