//! The API wants a key and none was sent.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::facts::request::Relation;
use crate::providers::Kind as ProviderKind;
use crate::speech::Saying;
use crate::token::known::{KNOWN, Role};

const ID: &str = "api-key-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "no|missing|without|lacks|provide ~3 api|subscription|access|developer|license ~1 key|keys|apikey"),
        Saying::names(ID, "no|missing|without|provide ~2 apikey|appid|keyid"),
        Saying::names(ID, "api|subscription key|token ~4 missing|required|absent|empty|needed|blank|provide"),
        Saying::names(ID, "apikey ~3 missing|required|absent|empty|needed"),
        Saying::names(ID, "api key|token ~3 not|wasnt|isnt ~2 provided|found|supplied|present|given|specified|sent|set"),
        Saying::names(ID, "did not provide|supply|include ~3 api key"),
        Saying::names(ID, "didnt provide ~2 api key"),
        Saying::names(ID, "requires|require|required|need|must ~4 api key"),
        Saying::names(ID, "requires|require|required|missing|must ~4 x api key"),
        Saying::names(ID, "api key ~3 header|parameter ~2 missing|required"),
        Saying::names(ID, "access denied due to missing subscription key"),
        Saying::names(ID, "must provide ~1 client id|key"),
        Saying::names(ID, "client id|key ~1 is missing|required"),
        Saying::names(ID, "缺少api|缺少apikey|未提供api"),
        Saying::names(ID, "consumer|api|access|app|client key|secret|id ~1 is|are missing|required"),
        Saying::names(ID, "no ~5 api|server|account tokens|token|keys|key ~2 supplied|provided|found|sent|given"),
        Saying::names(ID, "supply|add|include ~4 header ~3 api|server|access|x ~2 token|key"),
        Saying::names(ID, "必须提供api|请提供api|api key不能为空|apikey不能为空"),
        Saying::names(ID, "api key ~2 obligatorio|obligatoria|requerida|requerido|obrigatória|obrigatório|erforderlich|requise|manquante|ausente|fehlt|mancante"),
        Saying::names(ID, "api key bắt buộc"),
    ],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.credentials.has_key() {
        return None;
    }
    let named = facts.said.names(ID);
    let key_challenge = facts
        .challenges
        .iter()
        .find(|challenge| challenge.scheme.to_ascii_lowercase().contains("key"));
    let beside = facts.said.names_beside(&[ID, "authorization-missing", "no-credentials"]);
    if !named && key_challenge.is_none() {
        return by_place(facts).or_else(|| by_issuer(facts));
    }
    let finding = match (named, key_challenge.is_some()) {
        (true, _) if facts.credentials.has_authorization() || beside => {
            Finding::likely(Trust::Body)
        }
        (true, true) => Finding::certain(Trust::Header),
        (true, false) => Finding::certain(Trust::Body),
        (false, true) if !facts.credentials.has_authorization() && !beside => {
            Finding::likely(Trust::Header)
        }
        _ => return None,
    };
    let finding = finding.because(Evidence::observed(Subject::Request, "none"));
    let finding = if named {
        finding.because(Evidence::observed(Subject::Server, "said"))
    } else {
        finding.because(Evidence::observed(Subject::Server, "challenge"))
    };
    Some(
        finding
            .hiding(&["no-credentials", "authorization-missing"])
            .fix(Fix::frontend(Effort::Easy, "send").snippet("api-key")),
    )
}

/// The service issues keys of a published form, and nothing at all was sent.
fn by_issuer(facts: &Facts<'_>) -> Option<Finding> {
    let issues = facts.responders.iter().any(|provider| {
        provider.kind == ProviderKind::Api
            && KNOWN.iter().any(|key| {
                key.issuer == provider.name && matches!(key.role, Role::SecretKey | Role::TestSecretKey)
            })
    });
    (issues && facts.credentials.is_none() && !facts.said.names_any()).then(|| {
        Finding::possible(Trust::Header)
            .because(Evidence::observed(Subject::Request, "none"))
            .because(Evidence::inferred(Subject::Responder, "issues-keys"))
            .fix(Fix::frontend(Effort::Easy, "send").snippet("api-key"))
    })
}

/// A script calls another site's API, whose answer allows every origin and so no cookie, and sends nothing at all.
fn by_place(facts: &Facts<'_>) -> Option<Finding> {
    let answer = &facts.entry().response;
    let any_origin = answer
        .headers("access-control-allow-origin")
        .any(|origin| origin.trim() == "*");
    let host = facts.request.host();
    let foreign = facts.request.relation == Relation::CrossSite
        && facts.request.by_script
        && host.contains('.')
        && !host.starts_with("127.");
    let open = facts.credentials.is_none()
        && facts.challenges.is_empty()
        && !facts.said.names_any()
        && !facts.history.signed_in()
        && matches!(facts.request.purpose, Purpose::Other);
    let from_here = facts
        .request
        .sender
        .as_ref()
        .is_none_or(|from| matches!(from.host.as_str(), "localhost" | "127.0.0.1"));
    (foreign && any_origin && open && !from_here).then(|| {
        Finding::possible(Trust::Credential)
            .because(Evidence::observed(Subject::Request, "none"))
            .because(Evidence::inferred(Subject::Header, "any-origin"))
            .fix(Fix::frontend(Effort::Easy, "send").snippet("api-key"))
    })
}
