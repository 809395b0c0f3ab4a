//! What is usual for such a request, where the server keeps its reason to itself: by what was sent and what was asked.

use super::{Effect, Row};
use crate::causes::Signal;
use crate::facts::names::Purpose;

mod context;

use context::{
    BEARER, CHANGES, CLAIMS, HS_SIGNED, KNOWN_FORM, KNOWN_KEY, NO_AUDIENCE, NO_ISSUER,
    PASSWORD_IN_QUERY, SESSION_SENT,
};

/// What stands where no cause was found, by what was sent. Of a preflight nothing is known but that it went wrong: it
/// never carries credentials.
pub(super) const STANDS: &[Row] = &[
    stands("basic-sent", "basic-credentials-rejected").when(&[Signal::SchemeSent("basic")]),
    stands("digest-sent", "basic-credentials-rejected").when(&[Signal::SchemeSent("digest")]),
    stands("authorization-sent", "token-invalid").when(&[Signal::AuthorizationSent]),
    stands("key-sent", "api-key-invalid").when(&[Signal::KeySent]),
    stands("session-sent", "session-expired").when(&[SESSION_SENT]),
    stands("nothing-sent", "no-credentials"),
];

const fn stands(id: &'static str, cause: &'static str) -> Row {
    Row::new(id, Effect::Stands(cause)).unless(&[Signal::OnPreflight])
}

pub(super) const KNOWN: &[Row] = &[Row::new("known-response", Effect::KnownFirst)];

/// What else is often behind such a refusal.
pub(super) const BESIDE: &[Row] = &[
    beside("usual-of-preflight", &[]).when(&[Signal::OnPreflight]),
    beside("usual-of-proxy", &[]).when(&[Signal::SeenStatus(407)]),
    beside("usual-of-network", &[]).when(&[Signal::SeenStatus(511)]),
    beside(
        "usual-of-sign-in-with-session",
        &["login-rejected", "account-locked", "mfa-required", "csrf"],
    )
    .when(&[Signal::Purpose(Purpose::SignIn), SESSION_SENT]),
    beside(
        "usual-of-sign-in",
        &["login-rejected", "account-locked", "mfa-required"],
    )
    .when(&[Signal::Purpose(Purpose::SignIn)]),
    beside(
        "usual-of-token-endpoint",
        &["login-rejected", "oauth-client", "mfa-required"],
    )
    .when(&[Signal::Purpose(Purpose::Token)]),
    beside(
        "usual-of-empty-renewal",
        &["refresh-failed", "cookie-missing", "no-credentials"],
    )
    .when(&[Signal::Purpose(Purpose::Refresh), Signal::NothingSent])
    .unless(&[Signal::RequestField("content-type")]),
    beside(
        "usual-of-renewal",
        &["refresh-failed", "token-revoked", "refresh-race"],
    )
    .when(&[Signal::Purpose(Purpose::Refresh)]),
    beside(
        "usual-of-password-in-query",
        &["api-key-misplaced", "authorization-missing"],
    )
    .when(&[Signal::NothingSent, PASSWORD_IN_QUERY]),
    beside("usual-of-basic-by-script", BASIC_BY_SCRIPT)
        .when(&[Signal::SchemeSent("basic"), Signal::ByScript]),
    beside("usual-of-digest-by-script", BASIC_BY_SCRIPT)
        .when(&[Signal::SchemeSent("digest"), Signal::ByScript]),
    beside("usual-of-basic", BASIC).when(&[Signal::SchemeSent("basic")]),
    beside("usual-of-digest", BASIC).when(&[Signal::SchemeSent("digest")]),
    beside(
        "usual-of-expired-token",
        &["token-expired", "token-invalid", "refresh-failed"],
    )
    .when(&[BEARER, CLAIMS, Signal::TokenExpired]),
    beside(
        "usual-of-accepted-token",
        &["token-invalid", "token-revoked", "permission-denied"],
    )
    .when(&[BEARER, CLAIMS, Signal::TokenAccepted]),
    // A claim that is not there can be no other than is wanted; the signature always can.
    beside(
        "usual-of-secret-signed-without-audience",
        &["token-invalid", "token-signature", "token-revoked"],
    )
    .when(&[BEARER, CLAIMS, HS_SIGNED, NO_AUDIENCE]),
    beside(
        "usual-of-secret-signed",
        &["token-invalid", "token-signature", "token-audience"],
    )
    .when(&[BEARER, CLAIMS, HS_SIGNED]),
    beside(
        "usual-of-token-without-audience",
        &["token-invalid", "token-signature", "token-issuer"],
    )
    .when(&[BEARER, CLAIMS, NO_AUDIENCE]),
    beside(
        "usual-of-token-without-issuer",
        &["token-invalid", "token-audience", "token-signature"],
    )
    .when(&[BEARER, CLAIMS, NO_ISSUER]),
    beside(
        "usual-of-token",
        &["token-invalid", "token-audience", "token-issuer"],
    )
    .when(&[BEARER, CLAIMS]),
    beside(
        "usual-of-known-access-token",
        &["token-expired", "token-revoked", "token-scope"],
    )
    .when(&[BEARER, KNOWN_FORM]),
    beside(
        "usual-of-known-key",
        &["token-scope", "account-locked", "token-revoked"],
    )
    .when(&[BEARER, KNOWN_KEY]),
    beside(
        "usual-of-opaque-token",
        &["token-expired", "token-revoked", "token-kind"],
    )
    .when(&[BEARER]),
    beside(
        "usual-of-key-in-authorization",
        &["api-key-invalid", "token-scope", "account-locked"],
    )
    .when(&[Signal::AuthorizationSent]),
    beside(
        "usual-of-key-by-script",
        &["api-key-invalid", "subscription-required", "ip-restricted"],
    )
    .when(&[Signal::KeySent, Signal::ByScript]),
    beside("usual-of-key", &["api-key-invalid", "token-expired"]).when(&[Signal::KeySent]),
    beside(
        "usual-of-session-that-reads",
        &["session-expired", "permission-denied", "session-displaced"],
    )
    .when(&[SESSION_SENT])
    .unless(&[CHANGES]),
    beside(
        "usual-of-session-that-changes",
        &[
            "session-expired",
            "csrf",
            "permission-denied",
            "session-displaced",
        ],
    )
    .when(&[SESSION_SENT]),
    beside("usual-of-nothing", &["no-credentials", "cookie-missing"]).unless(&[Signal::ByScript]),
    beside(
        "usual-of-nothing-across-origins",
        &["authorization-missing", "no-credentials", "api-key-missing"],
    )
    .when(&[Signal::CrossOrigin]),
    beside(
        "usual-of-nothing-by-script",
        &["no-credentials", "authorization-missing", "cookie-missing"],
    ),
];

/// Many APIs take a key as user name or password.
const BASIC_BY_SCRIPT: &[&str] = &[
    "basic-credentials-rejected",
    "api-key-invalid",
    "permission-denied",
];
const BASIC: &[&str] = &["basic-credentials-rejected", "account-locked"];

const fn beside(id: &'static str, causes: &'static [&'static str]) -> Row {
    Row::new(id, Effect::Beside(causes))
}
