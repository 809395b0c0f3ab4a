//! A real token of the wrong kind: ID or refresh token as access token, user for app token, opaque for JWT.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::credentials::Place;
use crate::facts::names::Purpose;
use crate::facts::{Bearer, Facts};
use crate::http::url::Url;
use crate::providers::belongs;
use crate::speech::Saying;
use crate::token::claims::{Claims, Usage};
use crate::token::credential::Kind;
use crate::token::known::Role;

const ID: &str = "token-kind";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "wrong|invalid|incorrect|unexpected|unsupported|bad|allowed ~2 token|jwt ~1 type|kind|use",
        ),
        Saying::names(
            ID,
            "token ~3 wrong|invalid|incorrect|unexpected|unsupported ~1 type|kind",
        ),
        Saying::names(
            ID,
            "token type ~4 invalid|wrong|mismatch|incorrect|allowed|supported|match|unsupported|expected|not",
        ),
        Saying::names(
            ID,
            "token ~2 not ~1 an|a ~1 access|id|refresh|user|bot|app token",
        ),
        Saying::names(ID, "not|isnt an ~1 access|id token"),
        Saying::names(
            ID,
            "only ~2 access|refresh|id|user|bot|non tokens|token|refresh ~3 allowed|accepted|supported",
        ),
        Saying::names(ID, "refresh token ~3 not allowed|accepted"),
        Saying::names(
            ID,
            "refresh|id|bot|client tokens ~2 not|arent|cannot|cant ~2 accepted|allowed|permitted|used|supported",
        ),
        Saying::names(ID, "refresh token cannot|cant ~1 used"),
        Saying::names(
            ID,
            "client credentials token|tokens ~3 not|cannot ~2 accepted|allowed|permitted|used|supported",
        ),
        Saying::hints(ID, "must|need ~1 use a|an access|user|id|bot|app token"),
        Saying::hints(ID, "requires|with a|an user|app|bot|page access token"),
        Saying::names(ID, "app only ~2 token"),
        Saying::names(ID, "only user|bot|app|access|id|page tokens"),
        Saying::names(ID, "cannot|cant|not ~3 use|used ~3 refresh|id token"),
        Saying::names(
            ID,
            "expected|expects|requires a|an|the ~1 id|user|delegated|refresh token",
        ),
        Saying::names(ID, "只接受|仅接受|仅支持"),
        Saying::names(ID, "only accepts ~4 access|id|user|app ~1 token|tokens"),
        Saying::names(ID, "not ~2 user token"),
        Saying::names(ID, "expected ~3 access token ~3 got|received"),
        Saying::names(ID, "missing|required ~1 sub|subject ~1 claim"),
        Saying::names(ID, "token ~2 missing ~2 subject"),
        Saying::hints(ID, "expected|expects|requires a|an|the ~1 access token"),
        Saying::names(ID, "missing sub claim"),
        Saying::names(ID, "token use"),
        Saying::names(ID, "expects an id token"),
        Saying::names(ID, "expected a ~2 token ~3 but got|received"),
        Saying::names(ID, "was given an ~2 token"),
        Saying::names(ID, "given a|an custom|access|id|refresh token"),
        Saying::names(ID, "app only|application only ~3 token|access"),
        Saying::names(ID, "token类型|令牌类型"),
        Saying::names(
            ID,
            "encrypted jwt|jwts|jwe|token|tokens ~3 rejected|not|unsupported|unexpected|cannot",
        ),
        Saying::names(ID, "jwe ~3 not|unsupported|rejected|unexpected|key"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let bearer = facts.bearer()?;
    if facts.request.purpose == Purpose::Refresh {
        return None;
    }
    let seen = seen(facts, &bearer);
    let finding = match (Finding::said(&facts.said, ID), seen) {
        (Some(said), _) => said,
        // The server's word and the token's own end go before what its claims look like.
        (None, Some((confidence, _))) if facts.token_is_over() => {
            Finding::new(confidence.min(Confidence::Possible), Trust::Credential)
        }
        (None, Some((confidence, _))) => Finding::new(confidence, Trust::Credential),
        (None, None) => undecodable(facts, &bearer)
            .or_else(|| unread(facts, &bearer))
            .or_else(|| sealed(facts, &bearer))?,
    };
    let finding = match seen {
        Some((_, key)) => finding
            .variant(key)
            .because(Evidence::observed(Subject::Token, key)),
        None => finding,
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::frontend(Effort::Easy, "right-one"))
            .fix(Fix::backend(Effort::Medium, "say-which"))
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again")),
    )
}

/// What the token looks like, where that is not what an API takes.
fn seen(facts: &Facts<'_>, bearer: &Bearer<'_>) -> Option<(Confidence, &'static str)> {
    let host = facts.request.host();
    if let Kind::Known(known) = &bearer.token.credential.kind {
        return (known.role == Role::RefreshToken && bearer.token.place != Place::Cookie)
            .then_some((Confidence::Likely, "refresh"));
    }
    let claims = bearer.claims?;
    if bearer.token.place == Place::Cookie {
        return None;
    }
    let cognito = is_of(claims, "amazonaws.com") && claims.has("token_use");
    match claims.usage {
        Some(Usage::Refresh) => Some((Confidence::Likely, "refresh")),
        // Amazon's gateway checks ID tokens unless it was told of scopes.
        Some(Usage::Access) if cognito && is_api_gateway(facts) => {
            Some((Confidence::Likely, "cognito-access"))
        }
        Some(Usage::Id) if cognito && is_api_gateway(facts) => None,
        Some(Usage::Id) => Some((Confidence::Likely, "id")),
        // Firebase's own services take the token that Firebase gives for a person; Google's other APIs take OAuth only.
        None if is_of(claims, "securetoken.google.com")
            && belongs(host, "googleapis.com")
            && !["fire", "identitytoolkit", "securetoken"]
                .iter()
                .any(|own| host.starts_with(own)) =>
        {
            Some((Confidence::Likely, "id"))
        }
        None if is_of(claims, "accounts.google.com") && belongs(host, "googleapis.com") => {
            Some((Confidence::Likely, "id"))
        }
        None if looks_like_id(claims) => Some((Confidence::Likely, "id")),
        Some(Usage::Access) | None => None,
    }
}

/// Claims of an ID token (`OpenID` Connect Core, sections 2 and 3.3.2.11), and no rights.
fn looks_like_id(claims: &Claims) -> bool {
    let told = ["nonce", "at_hash", "c_hash", "s_hash"]
        .iter()
        .any(|name| claims.has(name));
    told && claims.scope.is_empty() && claims.roles.is_empty() && !claims.has("scp")
}

fn is_of(claims: &Claims, domain: &str) -> bool {
    claims.iss.as_deref().is_some_and(|issuer| {
        issuer == domain || Url::parse(issuer).is_some_and(|url| belongs(&url.host, domain))
    })
}

fn is_api_gateway(facts: &Facts<'_>) -> bool {
    let answer = &facts.entry().response;
    answer.header("x-amzn-errortype").is_some() || answer.header("x-amz-apigw-id").is_some()
}

/// A gateway that reads nothing but JWTs calls a token of another form invalid.
fn unread(facts: &Facts<'_>, bearer: &Bearer<'_>) -> Option<Finding> {
    let reads_jwts = facts.answered_by("istio")
        || facts
            .challenges
            .iter()
            .any(|challenge| challenge.param("scope") == Some("") && challenge.is("bearer"));
    let invalid = facts
        .challenges
        .iter()
        .any(|challenge| challenge.param("error") == Some("invalid_token"));
    let intact = matches!(bearer.token.credential.kind, Kind::Opaque | Kind::Known(_));
    (reads_jwts && invalid && intact && !facts.said.names_beside(&["token-invalid"])).then(|| {
        Finding::likely(Trust::Credential)
            .variant("opaque")
            .because(Evidence::observed(Subject::Token, "opaque"))
    })
}

/// An encrypted token is for whoever holds the key, mostly its own issuer (RFC 7516): APIs seldom do.
fn sealed(facts: &Facts<'_>, bearer: &Bearer<'_>) -> Option<Finding> {
    let sent =
        bearer.token.credential.kind == Kind::Jwe && bearer.token.place == Place::Authorization;
    let spoken = facts
        .said
        .names_beside(&["token-invalid", "token-expired", "token-malformed"]);
    (sent && !spoken && facts.accepted_with_it().is_empty()).then(|| {
        Finding::possible(Trust::Credential)
            .variant("opaque")
            .because(Evidence::observed(Subject::Token, "opaque"))
    })
}

/// The server cannot decode what is intact, but no JWT: it wants another kind.
fn undecodable(facts: &Facts<'_>, bearer: &Bearer<'_>) -> Option<Finding> {
    let known = matches!(bearer.token.credential.kind, Kind::Known(_));
    let said = Finding::said(&facts.said, "token-malformed")
        .or_else(|| Finding::said(&facts.said, "token-signature").filter(|_| known))?;
    let credential = bearer.token.credential;
    let clean = !(credential.quoted
        || credential.whitespace
        || credential.comma
        || credential.encoded
        || credential.url
        || credential.non_ascii);
    let other = matches!(credential.kind, Kind::Jwe | Kind::Known(_) | Kind::Opaque);
    (clean && other && credential.octets >= 16).then(|| {
        Finding {
            confidence: Confidence::Likely,
            trust: Trust::Header,
            ..said
        }
        .variant("opaque")
        .because(Evidence::observed(Subject::Token, "opaque"))
        .hiding(&["token-malformed"])
    })
}
