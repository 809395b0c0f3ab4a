//! Valid, but without the scope, role or permission wanted, and the API answers 401 for it.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "token-scope";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "insufficient ~2 scope|scopes"),
        Saying::names(
            ID,
            "scope|scopes ~4 insufficient|missing|mismatch|lacking|absent|exceeded",
        ),
        Saying::names(
            ID,
            "scope|scopes ~2 not|doesnt|dont|isnt|arent ~2 match|sufficient|allowed|granted|authorized|permitted|include",
        ),
        Saying::names(ID, "missing|requires|lacks|lack|lacking ~4 scope|scopes"),
        Saying::names(ID, "field ~2 read|write permission"),
        Saying::names(ID, "required ~1 scope|scopes"),
        Saying::names(ID, "scope|scopes ~1 required|needed"),
        Saying::names(ID, "scope|scopes ~2 is|are required|needed|missing"),
        Saying::names(ID, "need|needs|require|requires ~4 scope|scopes"),
        Saying::names(ID, "permission|permissions ~4 missing ~2 token"),
        Saying::names(ID, "unzureichender|fehlender ~1 geltungsbereich|scope"),
        Saying::names(
            ID,
            "scope|scopes ~2 insuffisant|insuffisants|manquant|manquants",
        ),
        Saying::names(
            ID,
            "alcance|alcances|escopo|escopos ~2 insuficiente|insuficientes|faltante",
        ),
        Saying::names(
            ID,
            "not|doesnt|dont ~3 have|contain|include|has ~5 scope|scopes",
        ),
        Saying::names(ID, "invalid ~1 scope|scopes"),
        Saying::names(ID, "permissions missing"),
        Saying::names(
            ID,
            "token|app|application ~5 permission|permissions|privilege|privileges ~3 missing|insufficient|required",
        ),
        Saying::names(
            ID,
            "token|app|application ~2 not|doesnt ~1 have ~5 permission|permissions|role|roles|privilege|privileges|rights",
        ),
        Saying::names(
            ID,
            "token|application ~2 lacks|missing ~4 permission|permissions|role|roles|privileges",
        ),
        Saying::names(ID, "roles|scp claim"),
        Saying::names(ID, "claim roles|scp"),
        Saying::names(ID, "berechtigung* ~3 token"),
        Saying::names(ID, "scope不足|权限范围不足"),
        Saying::names(ID, "access token does not allow"),
        Saying::names(ID, "scope validation failed"),
        Saying::names(ID, "claim ~3 missing ~1 in|from ~1 token"),
        Saying::names(ID, "token|key ~4 lacks|lacking"),
        Saying::names(ID, "capability|capabilities"),
        Saying::names(ID, "key|token ~2 restricted to|from"),
        Saying::names(ID, "restricted api key"),
        Saying::hints(ID, "missing|insufficient permissions"),
        Saying::hints(ID, "consumer isnt authorized"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    // Rights are those of somebody: where nothing was sent, nobody is known.
    if facts.credentials.is_none() && !facts.said.coded(ID) {
        return None;
    }
    let missing = missing(facts);
    let finding = match Finding::said(&facts.said, ID) {
        Some(said) => said,
        None if !missing.is_empty() && !facts.token_is_over() => Finding::likely(Trust::Credential),
        None if accepted_elsewhere(facts) => Finding::possible(Trust::History)
            .because(Evidence::observed(Subject::History, "accepted-elsewhere")),
        None => return None,
    };
    let finding = if missing.is_empty() {
        finding
    } else {
        let list = missing.join(" ");
        finding
            .variant("named")
            .arg("scope", list.clone())
            .because(Evidence::observed(Subject::Server, "wanted").arg("scope", list))
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::frontend(Effort::Medium, "ask-for"))
            .fix(Fix::backend(Effort::Medium, "answer-403").snippet("forbid-scope"))
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again")),
    )
}

/// The scopes that the challenge names (RFC 6750, section 3) and the token does not hold.
fn missing(facts: &Facts<'_>) -> Vec<String> {
    let bearer = facts.bearer();
    let Some(claims) = bearer.and_then(|bearer| bearer.claims) else {
        return Vec::new();
    };
    if claims.scope.is_empty() {
        return Vec::new();
    }
    let wanted = facts
        .challenges
        .iter()
        .filter_map(|challenge| challenge.param("scope"));
    wanted
        .flat_map(str::split_ascii_whitespace)
        .filter(|scope| !claims.scope.iter().any(|held| held == scope))
        .map(str::to_owned)
        .collect()
}

/// At once before or after, so many seconds, the same token was good for something else.
const AT_ONCE: f64 = 120.0;

/// Whether the host takes the very token for other requests at the same time, and has never taken it for this one.
fn accepted_elsewhere(facts: &Facts<'_>) -> bool {
    let accepted = facts.accepted_with_it();
    !facts.token_is_over()
        && facts.said.cause("token-invalid").is_none()
        && accepted.iter().all(|one| !one.same_request)
        && accepted.iter().any(|one| one.before.abs() < AT_ONCE)
}
