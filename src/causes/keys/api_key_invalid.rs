//! A key was sent and refused: wrong, rotated, deleted, of another project or mode.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::Place;
use crate::speech::Saying;
use crate::token::credential::{Credential, Kind};
use crate::token::known::Role;

const ID: &str = "api-key-invalid";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "invalid|incorrect|wrong|bad|unknown|expired|revoked|disabled|inactive|unauthorized|unrecognized|malformed|deactivated ~3 api|subscription|access|license|secret|app|publishable|developer|consumer ~1 key|keys|apikey",
        ),
        Saying::names(
            ID,
            "invalid|incorrect|wrong|bad|unknown|expired|revoked|disabled|inactive ~2 apikey|appid|keyid",
        ),
        Saying::names(
            ID,
            "api|subscription|secret key ~6 invalid|incorrect|wrong|expired|revoked|disabled|inactive|deleted|blocked|unknown|malformed|deactivated",
        ),
        Saying::names(
            ID,
            "apikey ~4 invalid|incorrect|wrong|expired|revoked|disabled|inactive|deleted|unknown",
        ),
        Saying::names(
            ID,
            "api key ~3 not|isnt ~2 valid|exist|recognized|recognised|active|authorized|match|correct",
        ),
        Saying::hints(ID, "api key ~3 not|isnt ~2 found"),
        Saying::names(ID, "apikey ~2 not ~1 valid|found|exist"),
        Saying::names(ID, "not ~2 valid api key"),
        Saying::names(ID, "invalid x api key"),
        Saying::names(ID, "invalid key"),
        Saying::names(ID, "code invalid api|apikey key"),
        Saying::names(ID, "access denied due to invalid subscription key"),
        Saying::names(ID, "api token ~3 invalid|expired|revoked|incorrect"),
        Saying::names(ID, "invalid|incorrect|expired api token"),
        Saying::names(ID, "ungültiger|falscher ~1 api schlüssel|key"),
        Saying::names(ID, "clé api ~3 invalide|expirée"),
        Saying::names(ID, "clave ~2 api ~2 inválida|invalida|no"),
        Saying::names(ID, "api密钥无效|无效的api|密钥错误|密钥无效"),
        Saying::names(
            ID,
            "consumer|access|app key ~2 invalid|wrong|incorrect|unknown|expired",
        ),
        Saying::names(
            ID,
            "access|app secret ~2 invalid|wrong|incorrect|unknown|expired",
        ),
        Saying::names(ID, "key ~2 invalid|expired|revoked|disabled ~3 key"),
        Saying::names(ID, "该令牌状态不可用"),
        Saying::names(ID, "无效的令牌"),
        Saying::names(ID, "api key ~2 rejected|refused|denied"),
        Saying::names(ID, "key ~2 not ~2 recognized|recognised|exist|found$"),
        Saying::names(
            ID,
            "apikey|key无效|密钥不正确|密钥已失效|apikey无效|apikey错误",
        ),
        Saying::names(
            ID,
            "key ~1 revoked|expired|disabled|deleted|deactivated|suspended",
        ),
        Saying::names(ID, "key not found"),
        Saying::names(ID, "incorrect access key"),
        Saying::names(
            ID,
            "invalid|incorrect|wrong|expired ~1 private|public|server|application|integration key|keys",
        ),
        Saying::names(ID, "unknown|unrecognized api key"),
        Saying::hints(ID, "unable to authenticate with provided credentials"),
        Saying::names(
            ID,
            "invalid|incorrect|wrong|unknown|bad|expired|revoked ~1 authentication|auth|access|application|developer|partner|account|merchant ~1 key|keys",
        ),
        Saying::names(
            ID,
            "improperly|incorrectly ~1 formed|formatted ~4 key|apikey",
        ),
        Saying::names(ID, "api key ~3 format|incorrect|wrong|bad"),
        Saying::names(ID, "apikey parameter|key ~2 incorrect|wrong|invalid"),
        Saying::names(ID, "access key id ~6 not exist|exists|found|valid"),
        Saying::names(ID, "invalid access key id"),
        Saying::hints(ID, "key ~3 does|do not exist"),
        Saying::hints(
            ID,
            "key|keys ~2 not ~1 valid|active|enabled|recognized|recognised",
        ),
        Saying::names(
            ID,
            "^key|keys ~2 not ~1 valid|active|enabled|recognized|recognised",
        ),
        Saying::names(
            ID,
            "message|error|detail|msg ~1 key ~2 not ~1 valid|active|enabled|recognized",
        ),
        Saying::names(
            ID,
            "key|keys ~2 been ~2 disabled|deactivated|revoked|rotated|deleted|suspended|blocked",
        ),
        Saying::names(
            ID,
            "no ~2 project|account|application|app|user ~2 found ~2 for ~3 key",
        ),
        Saying::names(
            ID,
            "api|dapi ~1 schlüssel|clé ~4 ungültig|invalide|valide|expirée|abgelaufen",
        ),
        Saying::names(ID, "clé ~2 api|dapi ~3 invalide|valide|incorrecte|expirée"),
        Saying::names(
            ID,
            "clave|llave|key ~2 api ~3 inválida|invalida|válida|incorrecta|expirada",
        ),
        Saying::names(
            ID,
            "chave ~2 api ~3 inválida|invalida|válida|incorreta|expirada",
        ),
        Saying::names(ID, "chiave ~2 api ~3 valida|errata|scaduta"),
        Saying::names(ID, "неверный|недействительный|неправильный ~2 ключ|api"),
        Saying::names(ID, "ключ ~2 недействителен|неверен|неверный|отозван|истек"),
        Saying::names(ID, "geçersiz api|anahtar*"),
        Saying::names(
            ID,
            "appkey不存在|无效的appkey|appkey无效|appid不存在|appid无效|key不存在|密钥不存在|无效的密钥|无效的key|apiキーが無効|apiキーが正しく|無効なapi",
        ),
        Saying::names(ID, "api 키* ~2 유효*|잘못*|올바르*"),
        Saying::names(ID, "유효하지 않은 api"),
        Saying::names(ID, "khóa api ~2 không|sai"),
        Saying::hints(ID, "invalid api credentials"),
        Saying::hints(ID, "invalid|unknown ~1 license|licence ~2 key"),
        Saying::names(
            ID,
            "verify|check|ensure|confirm ~6 key ~6 correct|valid|right",
        ),
        Saying::names(
            ID,
            "invalid|unknown|wrong|incorrect api client|application|consumer ~1 id",
        ),
        Saying::names(ID, "requests from ~1 referer|referrer ~6 blocked"),
        Saying::names(ID, "key http referrer|referer blocked"),
    ],
    rules: &RULES,
    signs_out: false,
};

const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "permission-denied",
    "basic-credentials-rejected",
]);

const KEY: Signal = Signal::Own("a field or parameter for keys was sent", is_key_sent);
const ADDRESS: Signal = Signal::Own("an address was sent in the key's place", is_address_sent);

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight],
    rows: &[
        Rule::certain("named", Trust::Body)
            .when(&[
                Signal::Named(ID),
                Signal::Own("Authorization or a key was sent", is_something_sent),
            ])
            .unless(&[
                BESIDE,
                Signal::Own("what was sent is a stand-in, or no key", is_other),
            ])
            .hides(&["token-invalid", "basic-credentials-rejected"]),
        Rule::likely("named-in-doubt", Trust::Body)
            .when(&[Signal::Named(ID)])
            .hides(&["token-invalid", "basic-credentials-rejected"]),
        Rule::possible("key-and-another-cause", Trust::Typical).when(&[KEY, BESIDE]),
        Rule::likely("hinted", Trust::Body).when(&[KEY, Signal::Said(ID)]),
        Rule::likely("address", Trust::Browser)
            .when(&[ADDRESS])
            .unless(&[BESIDE]),
        // The field that the challenge names was sent, so what it holds is rejected.
        Rule::likely("field-of-challenge", Trust::Header)
            .when(&[Signal::Own(
                "the field that the challenge names was sent",
                is_field_sent,
            )])
            .unless(&[BESIDE]),
        Rule::possible("key-alone", Trust::Credential)
            .when(&[KEY])
            .unless(&[Signal::AuthorizationSent]),
        Rule::possible("key-of-known-form", Trust::Credential)
            .when(&[KEY, Signal::Own("the key has a published form", is_known)]),
    ],
    because: &[
        Because::observed(Subject::Token, "sent"),
        Because::observed(Subject::Server, "said").when(&[Signal::Named(ID)]),
        Because::unknown(Subject::Server, "unsaid").when(&[Signal::Own(
            "the server does not name api-key-invalid",
            is_unsaid,
        )]),
        Because::observed(Subject::Token, "url").when(&[ADDRESS]),
    ],
    fills: &[("field", field)],
    fixes: &[Repair::frontend(Effort::Easy, "renew")],
    ..Rules::BARE
};

fn is_something_sent(facts: &Facts<'_>) -> bool {
    facts.credentials.has_authorization() || facts.credentials.has_key()
}

/// Whether what was sent is no key of this kind at all: a stand-in, or a token of another kind.
fn is_other(facts: &Facts<'_>) -> bool {
    facts
        .credentials
        .tokens()
        .any(|token| match &token.credential.kind {
            Kind::Placeholder(_) | Kind::Empty => true,
            Kind::Known(form) => {
                token.place != Place::Authorization && form.role == Role::AccessToken
            }
            _ => false,
        })
}

fn is_unsaid(facts: &Facts<'_>) -> bool {
    !facts.said.names(ID)
}

fn is_field_sent(facts: &Facts<'_>) -> bool {
    let wanted = facts.field_wanted();
    wanted.is_some_and(|name| facts.carries(name))
}

/// The key that was sent: where, and whether its form is a published one.
fn sent_key(facts: &Facts<'_>) -> Option<(String, bool)> {
    let known = |credential: &Credential| match &credential.kind {
        Kind::Known(form) => !matches!(
            form.role,
            Role::AccessToken | Role::Handshake | Role::PersonalToken
        ),
        _ => false,
    };
    let own = facts
        .credentials
        .keys
        .iter()
        .find(|key| is_key(key.place, &key.name) && !matches!(key.credential.kind, Kind::Jwt(_)))
        .map(|key| (key.name.clone(), known(&key.credential)));
    let authorization = facts.credentials.authorization.as_ref();
    let scheme_says = authorization.is_some_and(|sent| {
        ["apikey", "api-key", "api_key", "key"]
            .iter()
            .any(|scheme| sent.is(scheme))
    });
    let in_header = authorization
        .and_then(|sent| sent.credential.as_ref())
        .filter(|credential| scheme_says || known(credential))
        .map(|_| ("Authorization".to_owned(), true));
    in_header.or(own)
}

fn is_key_sent(facts: &Facts<'_>) -> bool {
    sent_key(facts).is_some()
}

fn is_known(facts: &Facts<'_>) -> bool {
    sent_key(facts).is_some_and(|(_, known)| known)
}

fn field(facts: &Facts<'_>) -> Value {
    sent_key(facts)
        .map_or_else(|| "Authorization".to_owned(), |(name, _)| name)
        .into()
}

/// Whether a field or parameter of this name holds an API's key, and not a session or a step of OAuth.
fn is_key(place: Place, name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let other = [
        "session",
        "code",
        "ticket",
        "sig",
        "jwt",
        "id_token",
        "client_id",
        "client-id",
        "email",
    ];
    // A field for a token is a sign-in's, unless it names the API.
    let token = lower.contains("token") && !lower.contains("api") && !lower.contains("private");
    place != Place::Cookie && !token && !other.iter().any(|part| lower.contains(part))
}

fn is_address_sent(facts: &Facts<'_>) -> bool {
    facts.credentials.tokens().any(|token| token.credential.url)
}
