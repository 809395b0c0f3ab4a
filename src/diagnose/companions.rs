//! What else is often behind such a refusal, where nothing proves the first answer.
//!
//! A server that keeps its reason to itself leaves several causes open. These are the usual ones for what was sent
//! and asked, the commonest first; none that the exchange rules out.

use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::facts::known::Shown;
use crate::facts::names::Purpose;
use crate::http::url::Url;
use crate::token::claims::Claims;
use crate::token::credential::Kind;
use crate::token::known::Role;

/// The causes beside the first answer: of the usual ones those first for which the product that answered is known to
/// send this response.
pub(super) fn of(facts: &Facts<'_>) -> Vec<&'static str> {
    let (mut causes, others): (Vec<_>, Vec<_>) = usual(facts)
        .into_iter()
        .partition(|cause| is_known(facts, cause));
    causes.extend(others);
    causes
}

fn is_known(facts: &Facts<'_>, cause: &str) -> bool {
    let known = facts.said.known.as_ref();
    known.is_some_and(|known| known.shown > Shown::Unknown && known.causes.contains(&cause))
}

fn usual(facts: &Facts<'_>) -> Vec<&'static str> {
    if facts.failing.on_preflight() || facts.status() == 407 || facts.status() == 511 {
        return Vec::new();
    }
    match facts.request.purpose {
        Purpose::SignIn => return sign_in(facts),
        Purpose::Token => return vec!["login-rejected", "oauth-client", "mfa-required"],
        Purpose::Refresh => return refresh(facts),
        _ => {}
    }
    if facts.credentials.is_none() && has_password_in_query(facts) {
        return vec!["api-key-misplaced", "authorization-missing"];
    }
    let authorization = facts.credentials.authorization.as_ref();
    if authorization.is_some_and(|sent| sent.is("basic") || sent.is("digest")) {
        return basic(facts);
    }
    if let Some(bearer) = facts.bearer()
        && (authorization.is_some() || bearer.token.place != Place::Cookie)
    {
        return match (&bearer.token.credential.kind, bearer.claims) {
            (_, Some(claims)) => by_claims(facts, claims),
            (Kind::Known(form), None) if form.role == Role::AccessToken => {
                vec!["token-expired", "token-revoked", "token-scope"]
            }
            (Kind::Known(_), None) => vec!["token-scope", "account-locked", "token-revoked"],
            _ => vec!["token-expired", "token-revoked", "token-kind"],
        };
    }
    if authorization.is_some() || facts.credentials.has_key() {
        return key(facts);
    }
    if facts.session_cookies().is_empty() {
        nothing(facts)
    } else {
        session(facts)
    }
}

fn sign_in(facts: &Facts<'_>) -> Vec<&'static str> {
    let mut causes = vec!["login-rejected", "account-locked", "mfa-required"];
    if !facts.session_cookies().is_empty() {
        causes.push("csrf");
    }
    causes
}

fn refresh(facts: &Facts<'_>) -> Vec<&'static str> {
    if facts.credentials.is_none() && facts.entry().request.header("content-type").is_none() {
        vec!["refresh-failed", "cookie-missing", "no-credentials"]
    } else {
        vec!["refresh-failed", "token-revoked", "refresh-race"]
    }
}

/// Many APIs take a key as user name or password.
fn basic(facts: &Facts<'_>) -> Vec<&'static str> {
    if facts.request.by_script {
        vec![
            "basic-credentials-rejected",
            "api-key-invalid",
            "permission-denied",
        ]
    } else {
        vec!["basic-credentials-rejected", "account-locked"]
    }
}

/// By the token's own claims: a key pair of an issuer elsewhere, or a secret of the application itself.
fn by_claims(facts: &Facts<'_>, claims: &Claims) -> Vec<&'static str> {
    if facts.token_is_over() {
        return vec!["token-expired", "token-invalid", "refresh-failed"];
    }
    let shared_secret = claims
        .alg
        .as_deref()
        .is_some_and(|alg| alg.starts_with("HS"));
    let worked = !facts.accepted_with_it().is_empty();
    match (worked, shared_secret) {
        (true, _) => vec!["token-invalid", "token-revoked", "permission-denied"],
        (false, true) if claims.aud.is_empty() => {
            vec!["token-invalid", "token-signature", "token-revoked"]
        }
        (false, true) => vec!["token-invalid", "token-signature", "token-audience"],
        // A claim that is not there can be no other than is wanted; the signature always can.
        (false, false) if claims.aud.is_empty() => {
            vec!["token-invalid", "token-signature", "token-issuer"]
        }
        (false, false) if claims.iss.is_none() => {
            vec!["token-invalid", "token-audience", "token-signature"]
        }
        (false, false) => vec!["token-invalid", "token-audience", "token-issuer"],
    }
}

fn key(facts: &Facts<'_>) -> Vec<&'static str> {
    if facts.credentials.has_authorization() {
        return vec!["api-key-invalid", "token-scope", "account-locked"];
    }
    if facts.request.by_script {
        vec!["api-key-invalid", "subscription-required", "ip-restricted"]
    } else {
        vec!["api-key-invalid", "token-expired"]
    }
}

fn session(facts: &Facts<'_>) -> Vec<&'static str> {
    let mut causes = vec!["session-expired"];
    if !matches!(facts.request.method.as_str(), "GET" | "HEAD") {
        causes.push("csrf");
    }
    causes.extend(["permission-denied", "session-displaced"]);
    causes
}

fn nothing(facts: &Facts<'_>) -> Vec<&'static str> {
    if !facts.request.by_script {
        return vec!["no-credentials", "cookie-missing"];
    }
    if facts.request.is_cross_origin() {
        vec!["authorization-missing", "no-credentials", "api-key-missing"]
    } else {
        vec!["no-credentials", "authorization-missing", "cookie-missing"]
    }
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
