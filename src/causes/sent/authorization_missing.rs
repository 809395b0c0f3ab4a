//! The server asks for an `Authorization` scheme, and the request carries no such header.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::credentials::{Credentials, Place};
use crate::facts::history::sets_session;
use crate::facts::names::{self, Purpose};
use crate::http::authorization;
use crate::providers::Kind;
use crate::speech::Saying;

const ID: &str = "authorization-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "authorization|auth|authentication header|headers ~4 missing|required|absent|not|empty|needed|null",
        ),
        Saying::names(
            ID,
            "missing|no|without|required|requires|absent|provide|lacks|expected|include ~3 authorization|auth|authentication ~1 header|headers",
        ),
        Saying::names(ID, "missing|no ~1 authorization$"),
        Saying::names(ID, "authentication credentials were not provided"),
        Saying::names(ID, "no auth token"),
        Saying::names(ID, "no authorization token was found"),
        Saying::names(ID, "no authorization ~1 found|in ~1 request|header|headers"),
        Saying::names(ID, "credentials required error|code"),
        Saying::names(ID, "jwt is missing"),
        Saying::names(ID, "no|missing ~1 bearer|jwt token"),
        Saying::names(
            ID,
            "bearer|jwt|authorization token ~2 not|required|missing|absent",
        ),
        Saying::names(ID, "must provide ~3 bearer|authorization"),
        Saying::names(ID, "requires|require|required|expected ~2 bearer"),
        Saying::names(
            ID,
            "authentication|auth|authorization credentials ~2 not|werent|wasnt ~1 found|provided|supplied|present|included|sent|given|specified",
        ),
        Saying::names(
            ID,
            "no|missing|without ~1 auth|authentication|authorization credentials",
        ),
        Saying::names(ID, "missing authentication|auth credentials"),
        Saying::names(ID, "oauth|access token ~1 is|was missing|required|absent"),
        Saying::names(ID, "no|missing|without oauth|access token|bearer"),
        Saying::names(
            ID,
            "must|should|please|need ~4 access token|bearer ~2 request|provided|access",
        ),
        Saying::names(ID, "missing credentials"),
        Saying::names(ID, "code 900902"),
        Saying::names(ID, "make sure ~8 has a header authorization"),
        Saying::hints(
            ID,
            "no|missing|without ~2 token|accesstoken|jwt ~2 provided|found|supplied|present|given|sent",
        ),
        Saying::hints(
            ID,
            "no|missing ~1 access|auth|authentication|authorization|user|api token",
        ),
        Saying::hints(
            ID,
            "token|jwt|credentials ~2 not|never|missing|required ~2 provided|found|supplied|present|given|sent|included",
        ),
        Saying::hints(
            ID,
            "token|jwt ~1 is|was missing|required|empty|null|absent|blank|needed",
        ),
        Saying::hints(ID, "token missing|required|absent|needed"),
        Saying::hints(ID, "missing|requires|require ~2 token|credentials"),
        Saying::hints(ID, "no token"),
        Saying::hints(ID, "not authenticated|authorized no token"),
        Saying::hints(ID, "^ detail not authenticated"),
        Saying::hints(ID, "full authentication is required"),
        Saying::hints(ID, "kein|fehlt|fehlendes|fehlender ~2 token"),
        Saying::hints(
            ID,
            "token ~2 fehlt|manquant|absent|requis|requerido|faltante|ausente|obrigatório",
        ),
        Saying::hints(ID, "jeton ~2 manquant|absent|requis"),
        Saying::hints(ID, "falta|sin|no ~3 token"),
        Saying::hints(
            ID,
            "token ~1 não|nao|no ~2 informado|fornecido|encontrado|proporcionado|enviado",
        ),
        Saying::hints(
            ID,
            "缺少token|未携带token|没有token|token不能为空|token为空|未提供",
        ),
        Saying::hints(ID, "缺少|无|没有|请携带 token"),
        Saying::hints(ID, "token 不能为空|为空|缺失|不存在"),
        Saying::hints(
            ID,
            "missing|empty|absent|no or|and malformed|invalid|incorrect|bad ~3 jwt|token|authorization|auth|credentials",
        ),
        Saying::hints(
            ID,
            "unable|failed|cannot|could|couldnt ~2 parse|extract|find|read ~3 credentials",
        ),
        Saying::hints(
            ID,
            "token ~2 could|couldnt|cannot|not ~2 parsed|extracted|found ~3 request|header",
        ),
        Saying::hints(
            ID,
            "unable|failed|cannot|could|couldnt ~3 extract|find|read|get ~3 token|jwt|bearer",
        ),
        Saying::hints(
            ID,
            "did|didnt ~2 pass|provide|send|include|supply ~4 token|credentials|bearer|authentication",
        ),
        Saying::hints(
            ID,
            "未提供令牌|缺少令牌|未授权token|请提供token|token未提供",
        ),
        Saying::hints(ID, "not authorized|authorised ~1 no ~1 token"),
        Saying::hints(ID, "no|missing ~1 jwt|bearer"),
        Saying::hints(
            ID,
            "requires|require|needs ~4 authorization|auth|access|bearer|api token",
        ),
        Saying::names(ID, "请求未携带token|未携带令牌"),
        Saying::hints(ID, "resource requires authentication ~5 not supplied"),
        Saying::hints(ID, "auth missing"),
        Saying::hints(ID, "missing ~1 authorisation|authorization"),
        Saying::hints(ID, "valid authorisation|authorization token ~2 missing"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// Fields that people write for `Authorization` by mistake.
const MISNAMED: &[&str] = &[
    "authentication",
    "authorisation",
    "autorization",
    "authorizaton",
    "authorizations",
    "x-authorization",
    "auth",
    "bearer",
    "authorization-token",
];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.has_authorization()
        || facts.offered_in_vain()
        || facts.failing.on_preflight()
        || !facts.request.is_api()
    {
        return None;
    }
    let scheme = wanted(facts);
    let misnamed = misnamed(facts);
    let finding = weighed(facts, scheme.is_some(), misnamed.is_some())?;
    let basic = scheme.is_none() && by_password(facts);
    let finding = finding
        .arg(
            "scheme",
            scheme.unwrap_or(if basic { "Basic" } else { "Bearer" }),
        )
        .because(Evidence::observed(
            Subject::Header,
            "evidence.no-authorization",
        ));
    let finding = match scheme {
        Some(_) => finding.because(Evidence::observed(Subject::Server, "challenge")),
        None if facts.said.cause(ID).is_some() => {
            finding.because(Evidence::observed(Subject::Server, "said"))
        }
        None => finding,
    };
    if basic && misnamed.is_none() {
        return Some(
            finding
                .variant("basic")
                .because(Evidence::observed(Subject::Server, "challenge"))
                .fix(Fix::frontend(Effort::Easy, "send-basic").snippet("basic"))
                .fix(Fix::person(Effort::Easy, "fix.sign-in")),
        );
    }
    Some(mended(facts, finding, misnamed))
}

fn mended(facts: &Facts<'_>, finding: Finding, misnamed: Option<String>) -> Finding {
    if let Some(name) = misnamed {
        return finding
            .variant("misnamed")
            .arg("field", name)
            .because(Evidence::observed(Subject::Header, "misnamed"))
            .fix(Fix::frontend(Effort::Easy, "rename"));
    }
    let finding = if sends_elsewhere(facts) {
        finding.because(Evidence::observed(Subject::History, "elsewhere"))
    } else {
        finding
    };
    let stream = matches!(
        facts.entry().resource,
        Resource::EventSource | Resource::WebSocket
    );
    if stream {
        return finding
            .variant("stream")
            .fix(Fix::frontend(Effort::Medium, "stream").snippet("stream"));
    }
    finding
        .fix(Fix::frontend(Effort::Easy, "fix.send-authorization").snippet("authorization"))
        .fix(Fix::person(Effort::Easy, "fix.sign-in"))
}

/// How sure it is: the server asks for it, says so, or the page sends it with its other requests.
fn weighed(facts: &Facts<'_>, wanted: bool, misnamed: bool) -> Option<Finding> {
    let own_business = matches!(
        facts.request.purpose,
        Purpose::SignIn | Purpose::Token | Purpose::Refresh
    );
    let named = facts.said.names(ID);
    // Who cannot read a token where none was sent misses it.
    let unread = [
        "token-malformed",
        "token-invalid",
        "authorization-malformed",
    ];
    let nothing = facts.credentials.is_none();
    let hinted = facts.said.cause(ID).is_some()
        || nothing && unread.iter().any(|id| facts.said.cause(id).is_some());
    let besides: &[&str] = if nothing {
        &[
            ID,
            "token-malformed",
            "token-invalid",
            "authorization-malformed",
        ]
    } else {
        &[ID]
    };
    if !named && (own_business || facts.said.names_beside(besides)) {
        return None;
    }
    let otherwise = by_cookie(facts) || token_in_query(facts) || by_cookie_that_ended(facts);
    Some(match (wanted, named, hinted) {
        // Frameworks say the same of a session that they no longer know.
        (false, true, _) if by_session_alone(facts) => return None,
        (false, ..) if facts.asks_at_the_door() => Finding::possible(Trust::Typical),
        (true, true, _) if !otherwise => Finding::certain(Trust::Header),
        (true, ..) if !otherwise => Finding::likely(Trust::Header),
        (_, true, _) if !otherwise => Finding::likely(Trust::Body),
        _ if misnamed => Finding::likely(Trust::Credential),
        _ if sends_elsewhere(facts) && !otherwise => Finding::likely(Trust::History),
        (_, _, true) if !otherwise && !facts.credentials.has_session_cookie() => {
            Finding::likely(Trust::Body)
        }
        (true, ..) | (_, _, true) => Finding::possible(Trust::Typical),
        _ if is_bare_call(facts) => Finding::possible(Trust::Credential),
        _ => return None,
    })
}

/// Whether code calls an API of another origin with nothing at all: sessions stay at home there, tokens are usual.
fn is_bare_call(facts: &Facts<'_>) -> bool {
    let published = facts
        .responders
        .iter()
        .any(|provider| provider.kind == Kind::Api);
    let basic = facts
        .challenges
        .iter()
        .all(|challenge| challenge.is("basic"));
    facts.request.by_script
        && facts.request.is_cross_origin()
        && facts.credentials.is_none()
        && basic
        && (facts.request.purpose == Purpose::Other || published)
        && !facts.history.signed_in()
        && !facts.cookies.any_session_withheld()
        && facts.said.cause("no-credentials").is_none()
}

/// The scheme that the server wants and that a script has to send: not one that the browser speaks by itself,
/// nor one that stands for a cookie, a form or a key.
fn wanted<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let by_script = |scheme: &&str| {
        if names::is_field_of_key(scheme) {
            return false;
        }
        let lower = scheme.to_ascii_lowercase();
        ![
            "basic",
            "digest",
            "negotiate",
            "ntlm",
            "kerberos",
            "form",
            "cookie",
            "session",
            "key",
            "none",
            "signature",
            "hoba",
            "mutual",
            "client-id",
        ]
        .iter()
        .any(|other| lower.contains(other))
    };
    facts
        .challenges
        .iter()
        .map(|challenge| challenge.scheme.as_str())
        .find(by_script)
}

/// Whether the challenges ask for a user name and a password, and for nothing else.
fn by_password(facts: &Facts<'_>) -> bool {
    let asks = |scheme: &str| {
        facts
            .challenges
            .iter()
            .all(|challenge| challenge.is(scheme))
    };
    !facts.challenges.is_empty() && asks("basic")
}

/// A field with another name that holds what belongs into `Authorization`.
fn misnamed(facts: &Facts<'_>) -> Option<String> {
    let fields = facts.entry().request.fields();
    fields
        .iter()
        .find(|field| {
            MISNAMED.contains(&field.name.to_ascii_lowercase().as_str())
                && authorization::parse(&field.value).is("bearer")
        })
        .map(|field| field.name.clone())
}

/// Whether other requests to the same origin carry the header and are accepted.
fn sends_elsewhere(facts: &Facts<'_>) -> bool {
    facts.accepted_nearby().any(|entry| {
        entry.request.header("authorization").is_some() && !gives_session_for_password(entry)
    })
}

/// Whether the header was the sign-in: Basic, for which a session came back.
fn gives_session_for_password(entry: &Entry) -> bool {
    let basic = entry
        .request
        .header("authorization")
        .is_some_and(|value| authorization::parse(value).is("basic"));
    basic && sets_session(entry)
}

/// Whether the same origin accepts requests by a cookie alone.
fn by_cookie(facts: &Facts<'_>) -> bool {
    let alone = |entry: &Entry| {
        let sent = Credentials::of(&entry.request);
        !sent.has_authorization() && !sent.has_key() && !sent.session_cookies().is_empty()
    };
    facts.accepted_nearby().any(alone)
}

/// Whether a session's cookie of this host was seen to come and its time has passed, and no header was ever sent.
fn by_cookie_that_ended(facts: &Facts<'_>) -> bool {
    let ended = facts.cookies.ended.iter();
    ended
        .filter(|one| facts.carried_session(one))
        .any(|one| one.set_at.is_some())
        && !sends_elsewhere(facts)
}

/// Whether the token stands in the query, where RFC 6750, 2.3 allows it.
fn token_in_query(facts: &Facts<'_>) -> bool {
    facts
        .credentials
        .keys
        .iter()
        .any(|key| key.place == Place::Query && key.name.eq_ignore_ascii_case("access_token"))
}

/// Whether the challenge stands for a session, and a cookie of that sort was sent.
fn by_session_alone(facts: &Facts<'_>) -> bool {
    let for_session = facts.challenges.iter().any(|challenge| {
        let scheme = challenge.scheme.to_ascii_lowercase();
        scheme.contains("session") || scheme.contains("cookie")
    });
    for_session && facts.credentials.has_session_cookie()
}
