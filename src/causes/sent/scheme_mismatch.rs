//! Well formed, but of a scheme that the server does not offer.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::{Facts, names};
use crate::http::authorization::{self, Authorization};
use crate::speech::Saying;
use crate::token::credential::{Alphabet, Kind};

const ID: &str = "scheme-mismatch";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "credentials bad scheme"),
        Saying::names(
            ID,
            "unsupported|invalid|unknown|wrong|incorrect|unrecognized ~2 authentication|authorization|auth ~1 scheme|type|method",
        ),
        Saying::names(
            ID,
            "authentication|authorization|auth ~1 scheme|type ~2 not|is|invalid|unsupported ~1 supported|invalid|accepted|allowed|recognized",
        ),
        Saying::names(ID, "missing bearer|jwt type in authorization"),
        Saying::names(ID, "invalid|wrong|bad scheme"),
        Saying::names(ID, "not a bearer|basic token|authorization|auth"),
        Saying::names(ID, "only ~1 bearer|basic ~2 supported|accepted|allowed"),
        Saying::hints(
            ID,
            "expected|use ~2 bearer|basic ~1 authentication|scheme|authorization",
        ),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// What a server says that found no credential it could read.
const GENERIC: &[&str] = &[
    ID,
    "authorization-missing",
    "authorization-malformed",
    "no-credentials",
    "token-invalid",
    "token-malformed",
    "login-rejected",
    "basic-credentials-rejected",
    "permission-denied",
    "api-key-missing",
];

/// Why the scheme is held to be the wrong one.
enum Why {
    Said,
    NotOffered,
    Capital,
    KeyAsBearer,
    SignedRequest,
    Unread,
    Rare,
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let sent = facts.credentials.authorization.as_ref()?;
    let scheme = sent.scheme.clone()?;
    let empty = sent
        .credential
        .as_ref()
        .is_some_and(|one| matches!(one.kind, Kind::Empty | Kind::Placeholder(_)));
    if facts.failing.on_preflight() || empty || accepted(facts, sent) {
        return None;
    }
    let why = why(facts, sent, &scheme)?;
    let wanted = wanted(facts, &scheme, &why);
    let spoken = facts.said.names(ID);
    let beside = facts.said.names_beside(GENERIC);
    let found_none = facts.said.cause("authorization-missing").is_some();
    let finding = match (&why, spoken, beside) {
        (_, _, true) => Finding::possible(Trust::Typical),
        (Why::Said | Why::NotOffered, true, false) => Finding::certain(Trust::Header),
        (Why::NotOffered, false, false) if found_none => Finding::certain(Trust::Header),
        (Why::NotOffered, false, false) if only_browser_schemes(facts) => {
            Finding::possible(Trust::Typical)
        }
        (Why::Rare, ..) => Finding::possible(Trust::Credential),
        _ => Finding::likely(Trust::Header),
    };
    let key = match why {
        Why::Said => "said",
        Why::NotOffered => "offered",
        Why::Capital => "capital",
        Why::KeyAsBearer => "key",
        Why::SignedRequest => "signed",
        Why::Unread => "unread",
        Why::Rare => "rare",
    };
    Some(
        finding
            .arg("sent", scheme)
            .arg("wanted", wanted)
            .because(Evidence::observed(Subject::Header, "sent"))
            .because(Evidence::observed(Subject::Server, key))
            .hiding(&["token-invalid", "authorization-missing"])
            .fix(Fix::frontend(Effort::Easy, "change").snippet("authorization-scheme")),
    )
}

/// Whether the challenge only names another way in, as products do that take Basic without offering it, so that no
/// browser shows its prompt.
fn alternative_only(facts: &Facts<'_>) -> bool {
    facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("basic"))
        && facts
            .challenges
            .iter()
            .all(|challenge| challenge.is("oauth"))
}

fn why(facts: &Facts<'_>, sent: &Authorization, scheme: &str) -> Option<Why> {
    let browsers = ["negotiate", "ntlm", "kerberos"];
    if facts
        .challenges
        .iter()
        .any(|challenge| browsers.contains(&challenge.scheme.to_ascii_lowercase().as_str()))
    {
        return None;
    }
    if scheme == "bot" {
        return Some(Why::Capital);
    }
    // Middlewares that name their challenge after the token's form take it as a Bearer token.
    // Django REST's name the one that they read.
    let by_form = sent.is("bearer")
        && !facts.answered_by("django-rest")
        && facts.said.cause("authorization-missing").is_none()
        && facts.challenges.iter().any(|challenge| {
            // Products that began with OAuth 1 still write its name where they take RFC 6750's Bearer.
            let forms = ["jwt", "jwt-auth", "oauth", "oauth2"];
            forms.iter().any(|form| challenge.is(form))
                || (challenge.is("token") && challenge.param("error").is_some())
        });
    if sent.malformed.is_empty()
        && !facts.challenges.is_empty()
        && !by_form
        && !alternative_only(facts)
        && !facts.answered_by("salesforce")
        && !offered(facts, scheme)
    {
        return Some(Why::NotOffered);
    }
    let opaque = sent.credential.as_ref().is_some_and(|one| {
        matches!(one.kind, Kind::Opaque | Kind::Basic(_)) && one.alphabet == Alphabet::Base64
    });
    if opaque && sent.is("bearer") && facts.challenged("apikey") {
        return Some(Why::KeyAsBearer);
    }
    // API Gateway answers 403 to a signature that does not verify; 401 comes from an authorizer that wants a token.
    let gateway = facts.entry().response.header("x-amzn-errortype").is_some()
        || facts.entry().response.header("x-amz-apigw-id").is_some();
    if gateway
        && scheme.to_ascii_lowercase().starts_with("aws4-")
        && !facts.said.names("request-signature")
    {
        return Some(Why::SignedRequest);
    }
    // A middleware that looks for another scheme finds no token at all.
    let holds_token = sent
        .credential
        .as_ref()
        .is_some_and(|one| matches!(one.kind, Kind::Jwt(_) | Kind::Opaque));
    // Some APIs take a JWT after `Token`; who finds none there does not.
    let is_jwt = sent
        .credential
        .as_ref()
        .is_some_and(|one| matches!(one.kind, Kind::Jwt(_)));
    let unusual = !["bearer", "basic", "digest", "dpop"]
        .iter()
        .any(|known| sent.is(known))
        && (is_jwt || !sent.is("token"))
        && !scheme.to_ascii_lowercase().contains("key");
    let unread = facts.said.cause("authorization-missing").is_some()
        || facts.said.names("authorization-malformed");
    if unread && holds_token && unusual && sent.malformed.is_empty() {
        return Some(Why::Unread);
    }
    // `JWT eyJ…` is what a few frameworks take and no other.
    let silent = facts.challenges.is_empty() && !facts.said.names_any();
    let rare = ["jwt", "token", "oauth"].iter().any(|one| sent.is(one));
    if silent && rare && is_jwt && sent.malformed.is_empty() && !facts.token_is_over() {
        return Some(Why::Rare);
    }
    facts.said.names(ID).then_some(Why::Said)
}

/// Whether the challenges offer the scheme, or one that is used for the same.
fn offered(facts: &Facts<'_>, scheme: &str) -> bool {
    let sent = scheme.to_ascii_lowercase();
    let key = |name: &str| name.contains("key");
    facts.challenges.iter().any(|challenge| {
        let name = challenge.scheme.to_ascii_lowercase();
        name == sent
            || name.trim_start_matches('x').trim_start_matches('-') == sent
            || (sent == "dpop" && name == "bearer")
            // Who wants DPoP wants a proof, which is more than another name for the scheme (RFC 9449, 7.1).
            || (sent == "bearer" && name == "dpop" && facts.entry().request.header("dpop").is_none())
            || (key(&name) && key(&sent))
            || names::is_field_of_key(&name)
            // Challenges that stand for cookies, forms or keys say nothing about the header.
            || ["form", "cookie", "session", "xbasic", "key", "none"]
                .iter()
                .any(|other| name.contains(other))
    })
}

/// Whether only the web server's own Basic or Digest is offered, which may guard the address for itself.
fn only_browser_schemes(facts: &Facts<'_>) -> bool {
    let is_token = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| !sent.is("basic") && !sent.is("digest"));
    is_token
        && facts.challenges.iter().all(|challenge| {
            ["basic", "digest"].contains(&challenge.scheme.to_ascii_lowercase().as_str())
        })
}

fn wanted(facts: &Facts<'_>, sent: &str, why: &Why) -> String {
    match why {
        Why::Capital => "Bot".to_owned(),
        Why::KeyAsBearer => "ApiKey".to_owned(),
        _ => facts
            .challenges
            .iter()
            .map(|challenge| challenge.scheme.clone())
            .find(|scheme| !scheme.eq_ignore_ascii_case(sent))
            .unwrap_or_else(|| {
                if sent.eq_ignore_ascii_case("bearer") {
                    "Basic"
                } else {
                    "Bearer"
                }
                .to_owned()
            }),
    }
}

/// Whether the same origin accepts this scheme.
fn accepted(facts: &Facts<'_>, sent: &Authorization) -> bool {
    facts
        .accepted_nearby()
        .filter_map(|entry| entry.request.header("authorization"))
        .any(|value| authorization::parse(value).scheme == sent.scheme)
}
