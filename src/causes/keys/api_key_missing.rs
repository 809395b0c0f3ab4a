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
        Saying::names(
            ID,
            "no|missing|without|lacks|provide ~3 api|subscription|access|developer|license ~1 key|keys|apikey",
        ),
        Saying::names(ID, "no|missing|without|provide ~2 apikey|appid|keyid"),
        Saying::names(
            ID,
            "api|subscription key|token ~4 missing|required|absent|empty|needed|blank|provide",
        ),
        Saying::names(ID, "apikey ~3 missing|required|absent|empty|needed"),
        Saying::names(
            ID,
            "api key|token ~3 not|wasnt|isnt ~2 provided|found|supplied|present|given|specified|sent|set",
        ),
        Saying::names(ID, "did not provide|supply|include ~3 api key"),
        Saying::names(ID, "didnt provide ~2 api key"),
        Saying::names(ID, "requires|require|required|need|must ~4 api key"),
        Saying::names(ID, "requires|require|required|missing|must ~4 x api key"),
        Saying::names(ID, "api key ~3 header|parameter ~2 missing|required"),
        Saying::names(ID, "access denied due to missing subscription key"),
        Saying::names(ID, "must provide ~1 client id|key"),
        Saying::names(ID, "client id|key ~1 is missing|required"),
        Saying::names(ID, "缺少api|缺少apikey|未提供api"),
        Saying::names(
            ID,
            "consumer|api|access|app|client key|secret|id ~1 is|are missing|required",
        ),
        Saying::names(
            ID,
            "no ~5 api|server|account tokens|token|keys|key ~2 supplied|provided|found|sent|given",
        ),
        Saying::names(
            ID,
            "supply|add|include ~4 header ~3 api|server|access|x ~2 token|key",
        ),
        Saying::names(ID, "必须提供api|请提供api|api key不能为空|apikey不能为空"),
        Saying::names(
            ID,
            "api key ~2 obligatorio|obligatoria|requerida|requerido|obrigatória|obrigatório|erforderlich|requise|manquante|ausente|fehlt|mancante",
        ),
        Saying::names(ID, "api key bắt buộc"),
        Saying::names(
            ID,
            "missing|no|without|absent ~1 authentication|auth|authorization|access|license|secret|admin|developer ~1 key|keys",
        ),
        Saying::names(
            ID,
            "authentication|auth|access|license|secret|admin|developer key ~3 missing|required|absent|empty|needed",
        ),
        Saying::names(ID, "admin secret|x ~4 required ~2 not found"),
        Saying::names(ID, "secret|key required ~2 but ~1 not found|provided|sent"),
        Saying::names(ID, "missing ~3 api|access|auth ~1 key"),
        Saying::names(ID, "supply|provide|specify|include|send|pass ~3 api key"),
        Saying::names(
            ID,
            "provide|supply|include|send|pass|specify ~3 key ~4 header|parameter|query",
        ),
        Saying::names(
            ID,
            "need|needs|required|must ~3 provide|supply|send|pass|include ~3 api|access key",
        ),
        Saying::names(
            ID,
            "apikey|key|appid ~2 query|url|parameter|header ~2 required|missing|not",
        ),
        Saying::hints(
            ID,
            "valid ~1 api key ~3 supplied|provided|given|sent|included|required",
        ),
        Saying::hints(
            ID,
            "api key ~4 must be ~1 supplied|provided|given|sent|included|specified",
        ),
        Saying::names(ID, "api key header ~2 not|missing|required"),
        Saying::names(ID, "api ~1 schlüssel ~2 fehlt|erforderlich|benötigt"),
        Saying::names(ID, "clé ~2 api|dapi ~2 manquante|requise|absente"),
        Saying::names(
            ID,
            "clave|llave ~2 api ~2 requerida|faltante|falta|obligatoria",
        ),
        Saying::names(ID, "falta ~3 clave|api|apikey"),
        Saying::names(
            ID,
            "chave ~2 api ~2 não|ausente|obrigatória|necessária|faltando",
        ),
        Saying::names(ID, "chiave ~2 api ~2 mancante|richiesta"),
        Saying::names(ID, "отсутствует|требуется|нет ~2 api ~1 ключ|ключа"),
        Saying::names(
            ID,
            "缺少api|缺少密钥|缺少key|请传入api|未携带api|apiキーが必要|apiキーがあり|apiキーを指定|api key为空",
        ),
        Saying::names(ID, "api 키* ~2 필요*|없*|누락*"),
        Saying::names(
            ID,
            "chiave|clave|chave|clé|schlüssel|klucz|ключ ~4 assent*|ausent*|faltant*|mancant*|manquant*|fehlend*|fehlt|brak|отсутств*|obrigatóri*|obligatori*|requis*|requerid*|richiest*",
        ),
        Saying::names(
            ID,
            "falta*|faltando|manca|fehlt|brak|brakuje|отсутств* ~4 clave|chave|chiave|schlüssel|klucz*|ключ*",
        ),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let field = facts.field_wanted();
    let sent = field.map_or_else(|| facts.credentials.has_key(), |name| facts.carries(name));
    if facts.failing.on_preflight() || sent {
        return None;
    }
    let named = facts.said.names(ID);
    let key_challenge = facts
        .challenges
        .iter()
        .find(|challenge| field.is_some() || challenge.scheme.to_ascii_lowercase().contains("key"));
    let beside = facts
        .said
        .names_beside(&[ID, "authorization-missing", "no-credentials"]);
    if !named && key_challenge.is_none() {
        return hinted(facts)
            .or_else(|| by_place(facts))
            .or_else(|| by_issuer(facts));
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
        // Something else was sent than the field that the challenge names.
        (false, true) if field.is_some() && !beside => Finding::likely(Trust::Header),
        _ => return None,
    };
    let finding = finding.because(Evidence::observed(Subject::Request, "none"));
    let finding = if named {
        finding.because(Evidence::observed(Subject::Server, "said"))
    } else {
        finding.because(Evidence::observed(Subject::Server, "challenge"))
    };
    let finding = finding.hiding(&["no-credentials", "authorization-missing", "token-invalid"]);
    Some(match field {
        Some(name) => finding
            .variant("field")
            .arg("field", name)
            .fix(Fix::frontend(Effort::Easy, "send-field").snippet("api-key")),
        None => finding
            .arg("field", USUAL)
            .fix(Fix::frontend(Effort::Easy, "send").snippet("api-key")),
    })
}

/// The field in which most APIs read their key.
const USUAL: &str = "X-API-Key";

/// "A valid key must be sent" is said of a wrong key as well; where nothing was sent, it is plain.
fn hinted(facts: &Facts<'_>) -> Option<Finding> {
    let plain = facts.said.cause(ID).is_some() && facts.credentials.is_none();
    plain.then(|| {
        Finding::likely(Trust::Body)
            .hiding(&["no-credentials", "authorization-missing"])
            .because(Evidence::observed(Subject::Request, "none"))
            .because(Evidence::observed(Subject::Server, "said"))
            .arg("field", USUAL)
            .fix(Fix::frontend(Effort::Easy, "send").snippet("api-key"))
    })
}

/// The service issues keys of a published form, and nothing at all was sent.
fn by_issuer(facts: &Facts<'_>) -> Option<Finding> {
    let issues = facts.responders.iter().any(|provider| {
        provider.kind == ProviderKind::Api
            && KNOWN.iter().any(|key| {
                key.issuer == provider.name
                    && matches!(key.role, Role::SecretKey | Role::TestSecretKey)
            })
    });
    (issues && facts.credentials.is_none() && !facts.said.names_any()).then(|| {
        Finding::possible(Trust::Header)
            .because(Evidence::observed(Subject::Request, "none"))
            .because(Evidence::inferred(Subject::Responder, "issues-keys"))
            .arg("field", USUAL)
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
    // What is only read is mostly had for a key; what is written, for a person's token.
    let trust = if facts.request.method == "GET" {
        Trust::Header
    } else {
        Trust::Credential
    };
    (foreign && any_origin && open && !from_here).then(|| {
        Finding::possible(trust)
            .because(Evidence::observed(Subject::Request, "none"))
            .because(Evidence::inferred(Subject::Header, "any-origin"))
            .arg("field", USUAL)
            .fix(Fix::frontend(Effort::Easy, "send").snippet("api-key"))
    })
}
