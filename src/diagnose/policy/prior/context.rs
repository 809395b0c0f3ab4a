//! What the prior asks of a request.

use crate::causes::Signal;
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::http::url::Url;
use crate::token::claims::Claims;
use crate::token::credential::Kind;
use crate::token::known::Role;

pub(super) const SESSION_SENT: Signal =
    Signal::Own("a session's cookie was sent", has_session_cookie);
pub(super) const CHANGES: Signal = Signal::Own("the method changes something", changes);
pub(super) const PASSWORD_IN_QUERY: Signal = Signal::Own(
    "a user name and a password stand in the query",
    has_password_in_query,
);
pub(super) const BEARER: Signal = Signal::Own("a token was sent, and not as a cookie", has_bearer);
pub(super) const CLAIMS: Signal = Signal::ClaimsRead;
pub(super) const HS_SIGNED: Signal =
    Signal::Own("the token is signed with a shared secret", is_secret_signed);
pub(super) const NO_AUDIENCE: Signal = Signal::Own("the token has no aud", has_no_audience);
pub(super) const NO_ISSUER: Signal = Signal::Own("the token has no iss", has_no_issuer);
pub(super) const KNOWN_FORM: Signal = Signal::Own(
    "the token has the form of a known access token",
    is_known_access_token,
);
pub(super) const KNOWN_KEY: Signal =
    Signal::Own("the token has the form of a known product's", is_known);

fn has_session_cookie(facts: &Facts<'_>) -> bool {
    !facts.session_cookies().is_empty()
}

fn changes(facts: &Facts<'_>) -> bool {
    !matches!(facts.request.method.as_str(), "GET" | "HEAD")
}

fn has_bearer(facts: &Facts<'_>) -> bool {
    facts.bearer().is_some_and(|bearer| {
        facts.credentials.has_authorization() || bearer.token.place != Place::Cookie
    })
}

fn kind<'a>(facts: &'a Facts<'_>) -> Option<&'a Kind> {
    facts.bearer().map(|bearer| &bearer.token.credential.kind)
}

fn is_known_access_token(facts: &Facts<'_>) -> bool {
    matches!(kind(facts), Some(Kind::Known(form)) if form.role == Role::AccessToken)
}

fn is_known(facts: &Facts<'_>) -> bool {
    matches!(kind(facts), Some(Kind::Known(_)))
}

fn claims<'a>(facts: &'a Facts<'_>) -> Option<&'a Claims> {
    facts.bearer().and_then(|bearer| bearer.claims)
}

/// Signed with a secret of the application itself, and not with the key pair of an issuer elsewhere (RFC 7518, 3.2).
fn is_secret_signed(facts: &Facts<'_>) -> bool {
    let alg = claims(facts).and_then(|claims| claims.alg.as_deref());
    alg.is_some_and(|alg| alg.starts_with("HS"))
}

fn has_no_audience(facts: &Facts<'_>) -> bool {
    claims(facts).is_some_and(|claims| claims.aud.is_empty())
}

fn has_no_issuer(facts: &Facts<'_>) -> bool {
    claims(facts).is_some_and(|claims| claims.iss.is_none())
}

/// Whether a user name and a password stand in the query, as in `?u=ada&p=…`, which few APIs still read there.
fn has_password_in_query(facts: &Facts<'_>) -> bool {
    let pairs = facts.request.url.as_ref().map(Url::pairs);
    let pairs = pairs.unwrap_or_default();
    let has = |names: &[&str]| {
        pairs
            .iter()
            .any(|pair| names.contains(&pair.name.to_ascii_lowercase().as_str()))
    };
    has(&["u", "user", "username", "login"]) && has(&["p", "pass", "passwd", "password", "pwd"])
}
