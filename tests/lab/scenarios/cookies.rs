//! Cookies that the browser holds and does not send.

use std::time::Duration;

use serde_json::json;

use super::crossing::{hop, shop};
use crate::http::Response;
use crate::pages::end;
use crate::scenario::Scenario;

/// Signs in at the other site by going there and back, so that it is a first party when it sets its cookie.
const THERE_AND_BACK: &str = "
if (!location.search) await lab.go(`${lab.other}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.call(`${lab.other}/api/orders`, { credentials: 'include' });
";
const SIGN_IN_HERE: &str = "
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call('/api/orders');
";

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "samesite-lax",
        title: "A Lax cookie on a fetch to another site",
        see: "The browser holds the cookie and keeps it: SameSite=Lax does not go with a fetch from another site.",
        cause: "samesite-lax",
        reasons: &["same-site-lax"],
        host: "kitchen.localhost",
        script: THERE_AND_BACK,
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-lax-by-default",
        title: "A cookie without SameSite, to another site",
        see: "Chromium treats a cookie that says nothing as Lax. Firefox sends it.",
        cause: "samesite-lax",
        reasons: &["same-site-unspecified-treated-as-lax"],
        browsers: &["chromium"],
        host: "pottery.localhost",
        script: THERE_AND_BACK,
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-lax-form",
        title: "A form posted from another site",
        see: "A top-level POST from another site carries no Lax cookie: the document is answered 401.",
        cause: "samesite-lax",
        host: "payment.localhost",
        script: "
if (!location.search) await lab.go(`${lab.other}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.submit(`${lab.other}/checkout`, { order: '7' });
",
        answer: |request, lab| match request.path.as_str() {
            "/checkout" if !lab.sessions.holds(request.cookie("sid")) => Response::new(401).html(end("Unauthorized", "Please sign in to go on.")),
            _ => hop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-strict",
        title: "A link from another site to a Strict session",
        see: "You are signed in, yet the page says 401: the Strict cookie does not come along with a link from elsewhere.",
        cause: "samesite-strict",
        reasons: &["same-site-strict"],
        host: "mail.localhost",
        script: "
if (!location.search) await lab.go(`${lab.other}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.go(`${lab.other}/account`);
",
        answer: |request, lab| match request.path.as_str() {
            "/account" if !lab.sessions.holds(request.cookie("sid")) => Response::new(401).html(end("Unauthorized", "Please sign in.")),
            _ => hop(request, lab, "; Path=/; HttpOnly; SameSite=Strict"),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-secure-sent",
        title: "A Secure cookie, and plain http",
        see: "The session was started over https; this page asks over http, where a Secure cookie does not go.",
        cause: "cookie-secure",
        reasons: &["secure-only"],
        host: "app.depot.test",
        script: "
if (!location.search) await lab.go(`${lab.secure.home}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.call('/api/orders');
",
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-domain-sibling",
        title: "Signed in at www, asked at api",
        see: "The cookie belongs to www alone; api never gets it.",
        cause: "cookie-domain",
        reasons: &["domain-mismatch"],
        host: "www.harvest.localhost",
        script: "
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call(`${lab.api}/api/orders`, { credentials: 'include' });
",
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-path",
        title: "A cookie for /auth, asked under /api",
        see: "The cookie’s Path does not cover this address.",
        cause: "cookie-path",
        reasons: &["not-on-path"],
        host: "quilt.localhost",
        script: SIGN_IN_HERE,
        answer: |request, lab| shop(request, lab, "; Path=/auth; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "third-party-cookies",
        title: "Third-party cookies are blocked",
        see: "SameSite=None; Secure is right, and the browser still keeps the cookie from third parties.",
        cause: "third-party-cookies",
        reasons: &["third-party-blocked", "other-partition"],
        third_party_cookies: "blocked",
        host: "widget.localhost",
        script: THERE_AND_BACK,
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=None"),
        ..Scenario::BASE
    },
    Scenario {
        id: "third-party-cookies-allowed",
        title: "Third-party cookies are allowed",
        see: "Nothing: the same cookie goes where the browser lets it.",
        cause: "",
        alarm: false,
        state: "none",
        host: "gadget.localhost",
        script: THERE_AND_BACK,
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=None"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-shadowed",
        title: "Two cookies of one name",
        see: "An old sid under /api goes first, and the server reads that one.",
        cause: "cookie-shadowed",
        reasons: &["shadowed"],
        host: "chapel.localhost",
        script: SIGN_IN_HERE,
        arrive: |_, page| page.cookie("sid=0f3c5ad1e0b94a7d8c2b6e5f4a3d2c1b; Path=/api; HttpOnly; SameSite=Lax"),
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-expired",
        title: "A session of one second",
        see: "The browser itself let the cookie go: its Max-Age was over before the next request.",
        cause: "cookie-expired",
        host: "sundial.localhost",
        script: "
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call('/slow/report');
await lab.call('/api/orders');
",
        answer: |request, lab| match request.path.as_str() {
            "/slow/report" => Response::new(200).json(&json!({"rows": 0})).after(Duration::from_millis(1600)),
            _ => shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax; Max-Age=1"),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-cleared",
        title: "Clear-Site-Data",
        see: "An answer told the browser to clear the site’s cookies; the session went with them.",
        cause: "cookie-cleared",
        host: "laundry.localhost",
        script: "
await lab.post('/login', { user: 'ada', password: 'lovelace' });
await lab.call('/api/version');
await lab.call('/api/orders');
",
        answer: |request, lab| match request.path.as_str() {
            "/api/version" => Response::new(200).header("Clear-Site-Data", "\"cookies\"").json(&json!({"version": 7})),
            _ => shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-missing",
        title: "Signed in, and no cookie came",
        see: "The sign-in succeeded and set no session cookie; the next request has nothing to show.",
        cause: "cookie-missing",
        host: "ballet.localhost",
        script: SIGN_IN_HERE,
        answer: |request, lab| match request.path.as_str() {
            "/login" => Response::new(200).json(&json!({"user": "ada"})),
            _ => shop(request, lab, ""),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-lax-schemeful",
        title: "From http to https of one host",
        see: "For Chromium the scheme is part of the site: the Lax cookie of https does not go with a fetch from http.",
        cause: "samesite-lax",
        reasons: &["schemeful-same-site-lax"],
        browsers: &["chromium"],
        host: "app.bridge.test",
        script: "
if (!location.search) await lab.go(`${lab.secure.home}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.call(`${lab.secure.home}/api/orders`, { credentials: 'include' });
",
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "third-party-frame",
        title: "A frame of another site, with third-party cookies blocked",
        see: "Inside the frame even the site’s own cookie does not go.",
        cause: "third-party-cookies",
        third_party_cookies: "blocked",
        scheme: "https",
        host: "app.forum.test",
        script: "
if (!location.search) await lab.go(`${lab.other}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.put('iframe', { src: `${lab.other}/comments` });
",
        answer: |request, lab| match request.path.as_str() {
            "/comments" if !lab.sessions.holds(request.cookie("sid")) => {
                Response::new(401).html(end("Unauthorized", "Please sign in to comment."))
            }
            _ => hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=None"),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-lax-same-site",
        title: "A Lax cookie within one site",
        see: "Nothing: from www to api of one site a Lax cookie goes along.",
        cause: "",
        alarm: false,
        state: "none",
        host: "www.meadow.localhost",
        script: super::crossing::SIGN_IN_THERE,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-secure-loopback",
        title: "A Secure cookie over http on this machine",
        see: "Nothing: browsers trust loopback, so a Secure cookie is kept and sent there.",
        cause: "",
        alarm: false,
        state: "none",
        host: "workshop.localhost",
        script: SIGN_IN_HERE,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "session-expired-https",
        title: "The session has gone, over https",
        see: "The cookie with the __Host- prefix is sent; the server no longer knows it and takes it back.",
        cause: "session-expired",
        scheme: "https",
        host: "app.lighthouse.test",
        script: "await lab.call('/api/orders');",
        arrive: |_, page| page.cookie(format!("__Host-sid={}; Path=/; Secure; HttpOnly; SameSite=Lax", crate::sessions::random())),
        answer: |_, _| {
            Response::new(401)
                .cookie("__Host-sid=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
                .json(&json!({"type": "about:blank", "title": "Unauthorized", "status": 401}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-strict-schemeful",
        title: "A Strict cookie from http to https of one host",
        see: "For Chromium the scheme is part of the site: the Strict cookie of https does not go with a fetch from http.",
        cause: "samesite-strict",
        reasons: &["schemeful-same-site-strict"],
        browsers: &["chromium"],
        host: "app.viaduct.test",
        script: "
if (!location.search) await lab.go(`${lab.secure.home}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.call(`${lab.secure.home}/api/orders`, { credentials: 'include' });
",
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=Strict"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-other-partition",
        title: "A partitioned cookie of another page",
        see: "The cookie was set while the other site was the page itself; inside this page it lives in another partition.",
        cause: "third-party-cookies",
        reasons: &["other-partition"],
        third_party_cookies: "blocked",
        scheme: "https",
        host: "app.mosaic.test",
        script: THERE_AND_BACK,
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=None; Partitioned"),
        ..Scenario::BASE
    },
];
