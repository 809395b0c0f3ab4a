//! The sign-in itself, and what it is lacking.

use std::time::Duration;

use serde_json::json;

use super::crossing::shop;
use crate::http::{Request, Response};
use crate::jwt;
use crate::lab::Lab;
use crate::scenario::Scenario;

const SIGN_IN: &str =
    "await lab.post('/api/login', { user: 'ada', password: lab.config.password });";

/// A session that the browser brings along from an earlier visit and that the store knows.
fn known(lab: &Lab, page: Response) -> Response {
    page.cookie(format!(
        "sid={}; Path=/; HttpOnly; SameSite=Lax",
        lab.sessions.start()
    ))
}

/// A session that the store does not know.
fn forgotten(_: &Lab, page: Response) -> Response {
    page.cookie(format!(
        "sid={}; Path=/; HttpOnly; SameSite=Lax",
        crate::sessions::random()
    ))
}

/// A JSON body alone.
fn said(status: u16, message: &str) -> Response {
    Response::new(status).json(&json!({"message": message}))
}

pub(crate) const ALL: &[Scenario] = &[
    Scenario {
        id: "login-rejected",
        title: "A wrong password",
        see: "The request is the sign-in itself, and the server did not accept it.",
        cause: "login-rejected",
        host: "casino.localhost",
        script: SIGN_IN,
        config: |_| json!({"password": "babbage"}),
        answer: |_, _| said(401, "Invalid username or password"),
        ..Scenario::BASE
    },
    Scenario {
        id: "login-rejected-form",
        title: "A wrong password, by a form",
        see: "The document after the sign-in form is answered 401.",
        cause: "login-rejected",
        host: "choir.localhost",
        script: "await lab.submit('/login', { user: 'ada', password: 'babbage' });",
        answer: |_, _| Response::new(401).html(crate::pages::end("Sign in", "Invalid username or password.")),
        ..Scenario::BASE
    },
    Scenario {
        id: "account-locked",
        title: "Too many tries",
        see: "The account is locked; only the body says so.",
        cause: "account-locked",
        blind: Some("login-rejected"),
        host: "vault.localhost",
        script: SIGN_IN,
        config: |_| json!({"password": "lovelace"}),
        answer: |_, _| said(401, "User account is locked"),
        ..Scenario::BASE
    },
    Scenario {
        id: "mfa-required",
        title: "A stronger sign-in is wanted",
        see: "The challenge asks for a fresher or stronger sign-in (RFC 9470).",
        cause: "mfa-required",
        host: "ledger.localhost",
        script: "await lab.call('/api/transfers', { headers: { Authorization: `Bearer ${lab.config.token}` } });",
        config: |_| json!({"token": jwt::access("orders", &json!({"acr": "urn:lab:pwd"}))}),
        answer: |_, _| {
            Response::challenge(
                "Bearer error=\"insufficient_user_authentication\", error_description=\"A different authentication level is required\", acr_values=\"urn:lab:mfa\"",
            )
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "mfa-required-otp",
        title: "A code is wanted",
        see: "GitHub’s header asks for a second factor.",
        cause: "mfa-required",
        host: "octagon.localhost",
        script: "await lab.call('/user', { headers: { Authorization: 'Basic ' + btoa('ada:lovelace') } });",
        answer: |_, _| {
            Response::new(401).header("X-GitHub-OTP", "required; app").json(&json!({
                "message": "Must specify two-factor authentication OTP code.", "documentation_url": "https://docs.github.com/rest",
            }))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "password-changed",
        title: "The password was changed",
        see: "The session ended with the old password: sign in with the new one.",
        cause: "password-changed",
        host: "diary.localhost",
        script: "await lab.call('/api/entries', { headers: { Authorization: `Bearer ${lab.config.token}` } });",
        config: |_| json!({"token": jwt::access("orders", &json!({}))}),
        answer: |_, _| {
            Response::challenge("Bearer error=\"invalid_token\", error_description=\"The token was issued before the password was changed\"")
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "session-displaced",
        title: "Signed in elsewhere",
        see: "Another device has taken the session; only the body says so.",
        cause: "session-displaced",
        blind: Some("session-expired"),
        host: "arcade.localhost",
        script: "await lab.call('/api/score');",
        arrive: forgotten,
        answer: |_, _| said(401, "You have been signed out because your account was used to sign in on another device."),
        ..Scenario::BASE
    },
    Scenario {
        id: "csrf",
        title: "The anti-forgery token is stale",
        see: "The session is good; the form’s token is not, and the server answers 401 for it.",
        cause: "csrf",
        host: "senate.localhost",
        script: "
await lab.call('/api/orders');
await lab.post('/api/vote', { for: 'yes' }, { headers: { 'X-CSRF-Token': 'stale' } });
",
        arrive: known,
        answer: |request, lab| match request.path.as_str() {
            "/api/vote" => said(401, "CSRF double submit tokens do not match"),
            _ => shop(request, lab, ""),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "permission-denied",
        title: "Known, but not allowed",
        see: "The same session is accepted elsewhere at once; this address is not for it.",
        cause: "permission-denied",
        host: "castle.localhost",
        script: "
await lab.call('/api/orders');
await lab.call('/api/admin/users');
await lab.call('/api/orders');
",
        arrive: known,
        answer: |request, lab| match request.path.as_str() {
            "/api/admin/users" => said(401, "You do not have permission to perform this action."),
            _ => shop(request, lab, ""),
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "subscription-required",
        title: "A paid plan is wanted",
        see: "The key is good, the plan is not; only the body says so.",
        cause: "subscription-required",
        blind: Some("api-key-invalid"),
        host: "climate.localhost",
        script: "await lab.call('/data/3.0/onecall', { headers: { 'x-api-key': '0123456789abcdef0123456789abcdef' } });",
        answer: |_, _| {
            Response::new(401).json(&json!({"cod": 401, "message":
                "Please note that using One Call 3.0 requires a separate subscription to the One Call by Call plan."}))
        },
        ..Scenario::BASE
    },
    Scenario {
        id: "refresh-failed",
        title: "The refresh fails",
        see: "The token is over, and the refresh that should renew it is answered invalid_grant.",
        cause: "refresh-failed",
        host: "balloon.localhost",
        script: REFRESH,
        config: |_| json!({"token": jwt::access("orders", &json!({"exp": crate::http::seconds() - 60})), "refresh": "a-refresh-token-of-last-month"}),
        answer: super::handshakes::renewing,
        ..Scenario::BASE
    },
    Scenario {
        id: "refresh-race",
        title: "Two refreshes at once",
        see: "Two calls renew the token with the same refresh token; it is good once, so the second one loses.",
        cause: "refresh-race",
        host: "relay.localhost",
        script: "
const renew = () => lab.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: lab.config.refresh });
const answers = await Promise.all([renew(), renew()]);
const loser = answers.find((answer) => !answer.ok);
if (loser) await lab.call('/api/orders', { headers: { Authorization: `Bearer ${lab.config.token}` } });
",
        config: |lab| json!({"token": jwt::access("orders", &json!({"exp": crate::http::seconds() - 5})), "refresh": lab.sessions.start()}),
        // Both are on their way before either is answered.
        answer: |request: &Request, lab| match request.path.as_str() {
            "/oauth/token" => super::handshakes::renewing(request, lab).after(Duration::from_millis(500)),
            _ => super::handshakes::renewing(request, lab),
        },
        ..Scenario::BASE
    },
];

const REFRESH: &str = "
const orders = () => lab.call('/api/orders', { headers: { Authorization: `Bearer ${lab.config.token}` } });
await lab.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: lab.config.refresh });
await orders();
";
