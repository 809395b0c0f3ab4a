//! The API wants a key and none was sent.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
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
    rules: &RULES,
    signs_out: false,
};

/// The field in which most APIs read their key.
const USUAL: &str = "X-API-Key";

const FIELD_NAMED: Signal = Signal::Own("the challenge names a field for the key", is_field_named);
const CHALLENGED: Signal = Signal::Own("the challenge is for a key", is_challenged);
const BESIDE: Signal = Signal::NamedBeside(&[ID, "authorization-missing", "no-credentials"]);
const FROM_HERE: Signal = Signal::Own("the page is of this machine, or unknown", is_from_here);

/// What an API looks like that is called from another site with a key and nothing else: its response allows every
/// origin, and so no cookie.
const ACROSS_SITES: &[Signal] = &[
    Signal::ByScript,
    Signal::Own("the request goes to another site", is_cross_site),
    Signal::Own("the host is a public one", is_public),
    Signal::Own("the response allows every origin", is_any_origin_allowed),
    Signal::NothingSent,
    Signal::NoChallenge,
    Signal::Purpose(Purpose::Other),
];
const NOT_ACROSS_SITES: &[Signal] = &[
    CHALLENGED,
    Signal::NamedBeside(&[]),
    Signal::SignedIn,
    FROM_HERE,
];

const ALL_MISSING: &[&str] = &["no-credentials", "authorization-missing", "token-invalid"];

const NONE: Because = Because::observed(Subject::Request, "none");
const SAID: Because = Because::observed(Subject::Server, "said");
const CHALLENGE: Because = Because::observed(Subject::Server, "challenge");
const ANY_ORIGIN: Because = Because::inferred(Subject::Header, "any-origin");

static RULES: Rules = Rules {
    unless: &[
        Signal::OnPreflight,
        Signal::Own(
            "what the challenge asks for, or else a key, was sent",
            is_sent,
        ),
    ],
    rows: &[
        Rule::likely("named-with-authorization", Trust::Body)
            .when(&[Signal::Named(ID), Signal::AuthorizationSent])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::likely("named-beside-another", Trust::Body)
            .when(&[Signal::Named(ID), BESIDE])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::certain("named-with-challenge", Trust::Header)
            .when(&[Signal::Named(ID), CHALLENGED])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::certain("named", Trust::Body)
            .when(&[Signal::Named(ID)])
            .hides(ALL_MISSING)
            .because(&[NONE, SAID]),
        Rule::likely("challenge", Trust::Header)
            .when(&[CHALLENGED])
            .unless(&[Signal::AuthorizationSent, BESIDE])
            .hides(ALL_MISSING)
            .because(&[NONE, CHALLENGE]),
        // Something else was sent than the field that the challenge names.
        Rule::likely("field-of-challenge", Trust::Header)
            .when(&[FIELD_NAMED])
            .unless(&[BESIDE])
            .hides(ALL_MISSING)
            .because(&[NONE, CHALLENGE]),
        // "A valid key must be sent" is said of a wrong key as well; where nothing was sent, it is plain.
        Rule::likely("hinted", Trust::Body)
            .when(&[Signal::Said(ID), Signal::NothingSent])
            .unless(&[CHALLENGED])
            .hides(&["no-credentials", "authorization-missing"])
            .because(&[NONE, SAID]),
        // What is only read is mostly had for a key; what is written, for a person's token.
        Rule::possible("written-across-sites", Trust::Credential)
            .when(ACROSS_SITES)
            .unless(&[
                CHALLENGED,
                Signal::NamedBeside(&[]),
                Signal::SignedIn,
                FROM_HERE,
                Signal::Method("GET"),
            ])
            .because(&[NONE, ANY_ORIGIN]),
        Rule::possible("read-across-sites", Trust::Header)
            .when(ACROSS_SITES)
            .unless(NOT_ACROSS_SITES)
            .because(&[NONE, ANY_ORIGIN]),
        Rule::possible("service-with-keys", Trust::Header)
            .when(&[
                Signal::Own("the service issues keys of a published form", is_issuer),
                Signal::NothingSent,
            ])
            .unless(&[CHALLENGED, Signal::NamedBeside(&[])])
            .because(&[NONE, Because::inferred(Subject::Responder, "issues-keys")]),
    ],
    fills: &[("field", field)],
    variants: &[("field", &[FIELD_NAMED])],
    fixes: &[
        Repair::frontend(Effort::Easy, "send-field")
            .snippet("api-key")
            .when(&[FIELD_NAMED]),
        Repair::frontend(Effort::Easy, "send")
            .snippet("api-key")
            .when(&[Signal::Own(
                "the challenge names no field",
                is_no_field_named,
            )]),
    ],
    ..Rules::BARE
};

fn field(facts: &Facts<'_>) -> Value {
    facts.field_wanted().unwrap_or(USUAL).into()
}

fn is_field_named(facts: &Facts<'_>) -> bool {
    facts.field_wanted().is_some()
}

fn is_no_field_named(facts: &Facts<'_>) -> bool {
    !is_field_named(facts)
}

fn is_sent(facts: &Facts<'_>) -> bool {
    facts
        .field_wanted()
        .map_or_else(|| facts.credentials.has_key(), |name| facts.carries(name))
}

fn is_challenged(facts: &Facts<'_>) -> bool {
    let mut schemes = facts.challenges.iter();
    is_field_named(facts)
        || schemes.any(|challenge| challenge.scheme.to_ascii_lowercase().contains("key"))
}

fn is_issuer(facts: &Facts<'_>) -> bool {
    facts.responders.iter().any(|provider| {
        provider.kind == ProviderKind::Api
            && KNOWN.iter().any(|key| {
                key.issuer == provider.name
                    && matches!(key.role, Role::SecretKey | Role::TestSecretKey)
            })
    })
}

fn is_cross_site(facts: &Facts<'_>) -> bool {
    facts.request.relation == Relation::CrossSite
}

fn is_public(facts: &Facts<'_>) -> bool {
    let host = facts.request.host();
    host.contains('.') && !host.starts_with("127.")
}

fn is_any_origin_allowed(facts: &Facts<'_>) -> bool {
    let response = &facts.entry().response;
    response
        .headers("access-control-allow-origin")
        .any(|origin| origin.trim() == "*")
}

fn is_from_here(facts: &Facts<'_>) -> bool {
    facts
        .request
        .sender
        .as_ref()
        .is_none_or(|from| matches!(from.host.as_str(), "localhost" | "127.0.0.1"))
}
