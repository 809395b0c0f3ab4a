//! What was not seen is unknown, not absent: a request's header fields that the browser did not show, cookies and
//! credentials that a file's exporter left out.

use super::{Effect, Row, Which};
use crate::causes::{Signal, Trust};
use crate::diagnosis::Confidence;
use crate::facts::Facts;

const HEADERS_UNSEEN: Signal = Signal::Own(
    "the request's header fields were not seen",
    are_headers_unseen,
);
const SANITIZED: Signal = Signal::Own("the file had its credentials removed", is_sanitized);

fn are_headers_unseen(facts: &Facts<'_>) -> bool {
    facts.headers_unseen()
}

fn is_sanitized(facts: &Facts<'_>) -> bool {
    facts.exchange.sanitized
}

/// Causes that rest on an `Authorization` field, a key or a password that was not there.
const BY_ABSENCE: &[&str] = &[
    "authorization-missing",
    "api-key-missing",
    "fetch-credentials",
    "cors-credentials",
    "redirect-dropped-authorization",
    "gateway-auth",
    "token-kind",
    "csrf",
    "interference",
];

/// A challenge of the web server's own is there whatever was sent.
const BY_PASSWORD: &[&str] = &["server-basic-auth"];

/// Causes that rest on cookies, of which a sanitised file shows none. Where only the fields of one request were not
/// seen, the jar tells which cookies would have gone.
const BY_COOKIES: &[&str] = &[
    "cookie-missing",
    "session-expired",
    "third-party-cookies",
    "challenge-handshake",
];

/// Causes that rest on the whole request.
const BY_NOTHING: &[&str] = &["no-credentials", "cookie-missing"];

pub(super) const ROWS: &[Row] = &[
    Row::new("credentials-not-seen", Effect::LeaveOut(BY_ABSENCE)).when(&[HEADERS_UNSEEN]),
    Row::new("credentials-removed", Effect::LeaveOut(BY_ABSENCE)).when(&[SANITIZED]),
    Row::new("password-not-seen", Effect::LeaveOut(BY_PASSWORD))
        .when(&[HEADERS_UNSEEN])
        .unless(&[Signal::Challenged("basic")]),
    Row::new("password-removed", Effect::LeaveOut(BY_PASSWORD)).when(&[SANITIZED]),
    Row::new("cookies-removed", Effect::LeaveOut(BY_COOKIES)).when(&[SANITIZED]),
    possible("absence-not-seen", BY_ABSENCE).when(&[HEADERS_UNSEEN]),
    possible("absence-removed", BY_ABSENCE).when(&[SANITIZED]),
    possible("absent-password-not-seen", BY_PASSWORD).when(&[HEADERS_UNSEEN]),
    possible("absent-password-removed", BY_PASSWORD).when(&[SANITIZED]),
    possible("absent-cookies-removed", BY_COOKIES).when(&[SANITIZED]),
    possible("request-not-seen", BY_NOTHING).when(&[HEADERS_UNSEEN]),
    possible("request-removed", BY_NOTHING).when(&[SANITIZED]),
    // What the browser's rules say of a request that was not seen is inferred, and proves nothing.
    Row::new(
        "browser-not-seen",
        Effect::AtMost(Confidence::Likely, Which::By(Trust::Browser)),
    )
    .when(&[HEADERS_UNSEEN])
    .unless(&[Signal::OnPreflight, Signal::OfferedInVain]),
];

const fn possible(id: &'static str, causes: &'static [&'static str]) -> Row {
    Row::new(
        id,
        Effect::AtMost(Confidence::Possible, Which::Unnamed(causes)),
    )
}

/// Whether a cause rests on something that was not there.
pub(in crate::diagnose) fn rests_on_absence(cause: &str) -> bool {
    [BY_ABSENCE, BY_PASSWORD, BY_COOKIES, BY_NOTHING]
        .iter()
        .any(|causes| causes.contains(&cause))
}
