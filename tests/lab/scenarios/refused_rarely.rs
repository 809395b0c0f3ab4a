//! `Set-Cookie` lines that the browser refuses, or takes in part, for reasons that few know.

use super::crossing::{hop, shop};
use super::refused::{SIGN_IN_HERE, signing_in};
use crate::scenario::Scenario;

const CHROMIUM: &[&str] = &["chromium"];

/// From a page over http to the same host over https, by fetches.
const SIGN_IN_SECURELY: &str = "
await lab.post(`${lab.secure.home}/login`, { user: 'ada', password: 'lovelace' });
await lab.call(`${lab.secure.home}/api/orders`, { credentials: 'include' });
";

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "samesite-unspecified-schemeful",
        title: "A cookie without SameSite from http to https of one host",
        see: "For Chromium the scheme is part of the site, and a cookie that says nothing is Lax.",
        cause: "samesite-lax",
        reasons: &["schemeful-same-site-unspecified-treated-as-lax"],
        browsers: CHROMIUM,
        host: "app.aqueduct.test",
        script: "
if (!location.search) await lab.go(`${lab.secure.home}/welcome?back=${encodeURIComponent(location.href + '?back')}`);
await lab.call(`${lab.secure.home}/api/orders`, { credentials: 'include' });
",
        answer: |request, lab| hop(request, lab, "; Path=/; HttpOnly; Secure"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-lax-schemeful-refused",
        title: "A Lax cookie set over https for a page over http",
        see: "Chromium takes http and https of one host for two sites, so it does not keep the Lax cookie.",
        cause: "samesite-lax",
        reasons: &["schemeful-same-site-lax"],
        browsers: CHROMIUM,
        host: "app.culvert.test",
        script: SIGN_IN_SECURELY,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-strict-schemeful-refused",
        title: "A Strict cookie set over https for a page over http",
        see: "Chromium takes http and https of one host for two sites, so it does not keep the Strict cookie.",
        cause: "samesite-strict",
        reasons: &["schemeful-same-site-strict"],
        browsers: CHROMIUM,
        host: "app.causeway.test",
        script: SIGN_IN_SECURELY,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; Secure; SameSite=Strict"),
        ..Scenario::BASE
    },
    Scenario {
        id: "samesite-unspecified-schemeful-refused",
        title: "A cookie without SameSite set over https for a page over http",
        see: "A cookie that says nothing is Lax to Chromium, and http and https are two sites.",
        cause: "samesite-lax",
        reasons: &["schemeful-same-site-unspecified-treated-as-lax"],
        browsers: CHROMIUM,
        host: "app.gangway.test",
        script: SIGN_IN_SECURELY,
        answer: |request, lab| shop(request, lab, "; Path=/; HttpOnly; Secure"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-ambiguous",
        title: "A cookie that would be read as another",
        see: "The line has no name but an equals sign in its value: Chromium refuses what would be sent as another cookie, Firefox any nameless one.",
        cause: "cookie-rejected",
        reasons: &["ambiguous-serialization", "syntax-error"],
        host: "app.mirror.test",
        scheme: "https",
        script: SIGN_IN_HERE,
        answer: |request, lab| signing_in(request, lab, "=sid=$; Path=/; HttpOnly; Secure; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-empty",
        title: "A cookie with neither name nor value",
        see: "The sign-in answers a line in which nothing stands, so there is nothing to keep.",
        cause: "cookie-rejected",
        reasons: &["no-cookie-content"],
        host: "app.hollow.test",
        scheme: "https",
        script: SIGN_IN_HERE,
        answer: |request, lab| signing_in(request, lab, "=; Path=/; HttpOnly; Secure; SameSite=Lax"),
        ..Scenario::BASE
    },
    Scenario {
        id: "cookie-attribute-too-big",
        title: "A Path of more than 1024 characters",
        see: "The browser drops such an attribute: the cookie is kept for the sign-in’s own folder only.",
        cause: "cookie-path",
        reasons: &["attribute-value-exceeds-max-size"],
        host: "labyrinth.localhost",
        script: "
await lab.post('/account/login', { user: 'ada', password: 'lovelace' });
await lab.call('/api/orders');
",
        answer: |request, lab| match request.path.as_str() {
            "/account/login" => crate::http::Response::new(200)
                .cookie(format!("sid={}; Path=/{}; HttpOnly; SameSite=Lax", lab.sessions.start(), "a".repeat(1024)))
                .json(&serde_json::json!({"user": "ada"})),
            _ => shop(request, lab, ""),
        },
        ..Scenario::BASE
    },
];
