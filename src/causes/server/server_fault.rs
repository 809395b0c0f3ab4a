//! The server's own trouble, answered as 401.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::{is_accepted, same_request};
use crate::facts::names::Purpose;
use crate::speech::Saying;

const ID: &str = "server-fault";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "secret or public key must be provided"),
        Saying::names(ID, "secret or private key must have"),
        Saying::names(ID, "internal server error"),
        Saying::names(
            ID,
            "unable|failed|couldnt|cannot|not ~3 fetch|retrieve|obtain|load|download|get|read|resolve ~5 keys|jwks|jwk|certs|certificates|configuration|metadata|discovery",
        ),
        Saying::names(ID, "jwks ~4 failed|unreachable|error|timeout|empty"),
        Saying::names(ID, "idx20803|idx20804|idx20807"),
        Saying::names(ID, "unknown authentication strategy"),
        Saying::names(ID, "failed to serialize|deserialize user"),
        Saying::names(ID, "cannot read property|properties"),
        Saying::names(ID, "is not a function"),
        Saying::names(ID, "null reference|pointer exception"),
        Saying::names(ID, "undefined variable|index|array|method|property"),
        Saying::names(ID, "econnrefused|enotfound|etimedout|econnreset"),
        Saying::names(
            ID,
            "redis|database|db|ldap|mongo|sql ~4 error|unavailable|connection|refused|timeout|down|failed",
        ),
        Saying::names(ID, "connection ~2 refused|timed"),
        Saying::names(
            ID,
            "session|cookie store|secret ~4 error|unavailable|missing|undefined|required",
        ),
        Saying::names(ID, "service ~2 unavailable"),
        Saying::names(
            ID,
            "no authentication handler|scheme ~3 registered|specified",
        ),
        Saying::names(
            ID,
            "unable|failed|cannot ~2 decode|parse|load ~4 public|rsa|ec key|certificate",
        ),
        Saying::names(ID, "require|requires|requires session|sessions support"),
        Saying::names(ID, "passport initialize"),
        Saying::names(ID, "forget to use"),
        Saying::names(ID, "not configured|initialized|initialised"),
        Saying::names(ID, "misconfigured|misconfiguration"),
        Saying::names(ID, "não ~1 configurado"),
        Saying::names(ID, "nicht konfiguriert"),
        Saying::names(ID, "not found|missing|set in context"),
        Saying::names(ID, "failed|unable to ~3 connect"),
        Saying::names(ID, "upstream ~3 error|failed|timeout|unavailable"),
        Saying::names(ID, "unhandled|uncaught exception|error|rejection"),
        Saying::hints(ID, "traceback most recent"),
        Saying::names(ID, "null pointer|reference"),
        Saying::names(ID, "stack overflow exception"),
        Saying::names(ID, "no ~5 is|are|was configured"),
        Saying::names(ID, "not ~1 properly ~1 configured"),
        Saying::hints(ID, "something went wrong"),
        Saying::hints(ID, "unexpected error"),
        Saying::hints(ID, "temporarily unavailable"),
        Saying::hints(ID, "invalid|bad input|payload|json|body"),
        Saying::hints(ID, "^error|message invalid format$"),
        Saying::names(ID, "x509"),
        Saying::names(ID, "signed by unknown authority"),
        Saying::names(ID, "self signed certificate"),
        Saying::names(ID, "unable to get ~1 local issuer certificate"),
        Saying::names(ID, "unable to verify ~2 first certificate"),
        Saying::names(ID, "tls|ssl handshake ~2 failed|failure|error|timeout"),
        Saying::names(ID, "dial tcp|udp"),
        Saying::names(ID, "no such host"),
        Saying::names(ID, "i o timeout"),
        Saying::names(ID, "context deadline exceeded"),
        Saying::names(ID, "could not translate host"),
        Saying::names(ID, "name ~4 not known|resolved"),
        Saying::names(ID, "socket hang up"),
        Saying::names(ID, "fetch failed"),
        Saying::names(ID, "network error"),
        Saying::names(ID, "getaddrinfo"),
        Saying::names(
            ID,
            "failed|unable|error|could|cannot|cant|couldnt|problem|failure ~3 query|contact|contacting|reach|reaching|connect|connecting|communicate|communicating ~5 provider|issuer|server|service|idp|authority|backend|ldap|database|keycloak",
        ),
        Saying::names(
            ID,
            "auth|authentication|authorization|login|identity|session|sso|token|user|ldap|directory ~1 service|server|backend|provider|store ~4 down|unavailable|unreachable|offline|timeout|disconnected|maintenance",
        ),
        Saying::names(
            ID,
            "backend|service|server|database|upstream|vault|provider ~1 unavailable|unreachable|timeout",
        ),
        Saying::names(ID, "session store unavailable"),
        Saying::names(
            ID,
            "ldap|ldaps|kerberos|radius ~4 bind ~4 failed|error|unable|server",
        ),
        Saying::names(ID, "unable to bind to server"),
        Saying::names(ID, "ldap bind"),
        Saying::names(ID, "cant|cannot contact ~1 ldap|server"),
        Saying::names(ID, "sqlstate"),
        Saying::names(ID, "no such table|column"),
        Saying::names(ID, "relation ~2 does not exist"),
        Saying::names(ID, "too many connections"),
        Saying::names(
            ID,
            "mongo|mongo network|sequelize|prisma|hibernate|jdbc|sql ~2 error|exception",
        ),
        Saying::names(
            ID,
            "redis|memcached|database|db|cache ~2 not connected|reachable|available|ready",
        ),
        Saying::names(ID, "noauth authentication required"),
        Saying::names(
            ID,
            "failed|unable|error|could|cannot ~3 load|fetch|retrieve|read|get|query|find ~3 user|session|account|profile ~3 database|db|store|server|service|backend",
        ),
        Saying::names(
            ID,
            "failed|unable to ~1 load|read|restore|deserialize session",
        ),
        Saying::names(
            ID,
            "jwks|jwk|discovery|openid|oidc|metadata ~5 failed|error|500|502|503|504|timeout|unreachable|unavailable",
        ),
        Saying::names(
            ID,
            "jwt|token|session|signing|app|application|auth ~1 secret ~3 not ~1 set|defined|configured",
        ),
        Saying::names(ID, "secret ~2 is|was|are ~1 undefined|null|empty|missing"),
        Saying::names(ID, "call to ~2 member function"),
        Saying::names(
            ID,
            "undefined method|function|constant|offset|variable|index|array",
        ),
        Saying::names(ID, "uncaught|unhandled type|reference error"),
        Saying::names(ID, "type error ~1 cannot|undefined|null|failed|is"),
        Saying::names(ID, "reference error"),
        Saying::names(ID, "runtime exception"),
        Saying::names(ID, "service|server|system|site|api ~3 maintenance"),
        Saying::names(
            ID,
            "error|problem|failure ~2 occurred ~4 authenticating|authentication|login|logging|verifying|validating|checking",
        ),
        Saying::names(ID, "interner ~1 fehler|serverfehler"),
        Saying::names(ID, "datenbankfehler"),
        Saying::names(ID, "datenbank ~4 fehler|verbindung|nicht"),
        Saying::names(
            ID,
            "server|dienst|service|authentifizierungsserver|anmeldeserver ~3 nicht ~1 erreichbar|verfügbar",
        ),
        Saying::names(ID, "erreur ~2 interne|serveur"),
        Saying::names(ID, "service|serveur ~3 indisponible|injoignable"),
        Saying::names(ID, "error ~2 interno"),
        Saying::names(ID, "servicio|servidor ~3 disponible|caído"),
        Saying::names(ID, "base de datos|données|dados"),
        Saying::names(ID, "erro ~2 interno"),
        Saying::names(ID, "serviço|servidor ~3 indisponível"),
        Saying::names(ID, "errore ~2 interno|server"),
        Saying::names(ID, "ошибка ~2 сервера|базы"),
        Saying::names(ID, "внутренняя ошибка"),
        Saying::names(ID, "сервис|сервер ~3 недоступен|недоступна"),
        Saying::names(
            ID,
            "系统异常|系统错误|服务异常|服务不可用|服务器内部|服务器错误|服务器异常|内部错误|内部服务|数据库连接|数据库异常|系统繁忙|系统维护",
        ),
        Saying::names(
            ID,
            "サーバーエラー|サーバエラー|内部エラー|サーバー内部|データベースエラー|メンテナンス",
        ),
        Saying::names(ID, "서버 ~1 오류*|에러*|내부*|점검*"),
        Saying::names(ID, "lỗi ~2 hệ|máy|server"),
        Saying::names(ID, "sunucu ~2 hata*"),
        Saying::hints(ID, "internal error"),
        Saying::hints(ID, "timed out"),
        Saying::hints(
            ID,
            "auth|authentication|authorization|login|identity|session|sso|ldap|directory ~1 service|server|backend|provider|store ~3 error|failed|failure",
        ),
        Saying::hints(
            ID,
            "an error ~1 occurred ~4 authenticating|authentication|login|verifying",
        ),
        Saying::names(
            ID,
            "no|não ~1 se|foi ~1 pudo|puede|puedo|possível ~2 conect*|acess*|acced*|contact*|contat* ~5 servid*|servic*|serviç*|base|banco|ldap",
        ),
        Saying::names(
            ID,
            "impossible ~3 connect*|joindre|contacter|accéder ~5 serveur|service|base|ldap",
        ),
        Saying::names(
            ID,
            "impossibile ~3 connetter*|contattare|raggiungere ~5 server|servizio|database|ldap",
        ),
        Saying::names(
            ID,
            "verbindung ~4 server|datenbank|ldap|dienst ~4 fehlgeschlagen|nicht|unterbrochen",
        ),
        Saying::names(ID, "keine verbindung ~5 server|datenbank|ldap|dienst"),
        Saying::names(
            ID,
            "не удалось ~3 подключ*|соедин*|связ* ~4 сервер*|баз*|служб*|ldap",
        ),
        Saying::names(
            ID,
            "无法连接|连接失败|连接超时|连接数据库|接続できません|接続に失敗|タイムアウトしました",
        ),
        Saying::names(ID, "연결* ~1 실패*"),
        Saying::names(ID, "서버* ~2 연결* ~2 없*"),
        Saying::names(ID, "nie można połączyć"),
        Saying::names(ID, "key path"),
        Saying::names(ID, "does not exist or is not readable"),
        Saying::names(ID, "no such file|directory"),
        Saying::names(ID, "failed to open ~1 stream|file|key|directory"),
        Saying::names(
            ID,
            "connect|connection|read|socket|request|introspection ~2 timed out",
        ),
        Saying::names(ID, "connect|connection|socket|read ~1 timeout ~1 exception"),
    ],
    rules: &RULES,
    signs_out: false,
};

/// Within so many milliseconds sessions seldom end by themselves.
const TURN: i64 = 60_000;

/// To check credentials does not take so long, in milliseconds; what waits for another server gives up after so long.
const SLOW: i64 = 9_500;

const BEFORE: Signal = Signal::Own(
    "the same request was accepted before with the same credentials",
    is_accepted_before,
);
const AFTER: Signal = Signal::Own(
    "the same request was accepted afterwards with the same credentials",
    is_accepted_after,
);
/// What must not hold where the same credentials are sometimes accepted.
const NOT_FLAPPING: &[Signal] = &[Signal::NothingSent, Signal::TokenExpired];
const FLAPPING: &[Because] = &[Because::observed(Subject::History, "flapping")];
const ACCEPTED_AFTER: &[Because] = &[Because::observed(Subject::History, "accepted-after")];
const FLAPPING_HIDES: &[&str] = &["session-expired", "token-invalid", "permission-denied"];

const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];

const WORDPRESS: Signal = Signal::Own("the request is for WordPress's API", is_wordpress);
const UNSEEN: &[Because] = &[Because::inferred(Subject::Header, "unseen")];
const UNSEEN_HIDES: &[&str] = &[
    "no-credentials",
    "authorization-missing",
    "basic-credentials-rejected",
];

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        Rule::likely("accepted-before-and-after", Trust::Browser)
            .when(&[BEFORE, AFTER])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(FLAPPING)
            .hides(FLAPPING_HIDES),
        Rule::likely("failed-and-accepted-before", Trust::Browser)
            .when(&[Signal::Own(
                "the same request failed, was let in and failed again",
                is_let_in_between,
            )])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(FLAPPING)
            .hides(FLAPPING_HIDES),
        // Known, unknown, known and unknown again within a minute: it is not the session that comes and goes.
        Rule::likely("alternates", Trust::Browser)
            .when(&[
                BEFORE,
                Signal::Own(
                    "another request was refused and one accepted within the minute before",
                    is_alternating,
                ),
            ])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(FLAPPING)
            .hides(FLAPPING_HIDES),
        Rule::likely("accepted-after", Trust::History)
            .when(&[AFTER])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(ACCEPTED_AFTER)
            .hides(&["session-expired", "token-invalid"]),
        Rule::possible("accepted-elsewhere-after", Trust::History)
            .when(&[
                BEFORE,
                Signal::Own(
                    "another request was accepted afterwards with the same credentials",
                    is_accepted_elsewhere_after,
                ),
            ])
            .unless(NOT_FLAPPING)
            .variant("flapping")
            .because(ACCEPTED_AFTER),
        // The page of a firewall's own network excuses itself with a fault as well.
        Rule::said("said-by-firewall", ID)
            .when(&[Signal::Said("waf-block")])
            .at_most(Confidence::Possible)
            .variant("said")
            .because(SAID),
        // Where it names a fault of the token as well, that may be what it was told of.
        Rule::said("said-of-token", ID)
            .when(&[Signal::Own(
                "the server names a fault of the token",
                is_of_token,
            )])
            .at_most(Confidence::Likely)
            .variant("said")
            .because(SAID),
        Rule::said("said", ID).variant("said").because(SAID),
        // PHP under CGI is not given `Authorization`, and the application says that nobody is signed in.
        Rule::likely("header-unseen", Trust::Body)
            .when(&[
                Signal::SchemeSent("Basic"),
                WORDPRESS,
                Signal::NoChallenge,
                Signal::Said("no-credentials"),
            ])
            .variant("unseen")
            .because(UNSEEN)
            .hides(UNSEEN_HIDES),
        Rule::possible("header-unseen-by-address", Trust::Credential)
            .when(&[
                Signal::SchemeSent("Basic"),
                WORDPRESS,
                Signal::NoChallenge,
                Signal::Own("it asks who is signed in", is_about_itself),
            ])
            .unless(&[Signal::BodyRead])
            .variant("unseen")
            .because(UNSEEN)
            .hides(UNSEEN_HIDES),
        // Only after the time at which servers give up waiting for their store of sessions or keys.
        Rule::possible("slow", Trust::Header)
            .when(&[
                Signal::Own("the response took nine seconds or more", is_slow),
                Signal::ByScript,
                Signal::NoChallenge,
            ])
            .unless(&[
                Signal::Purpose(Purpose::SignIn),
                Signal::NothingSent,
                Signal::TokenExpired,
                Signal::NamedBeside(&[]),
            ])
            .because(&[Because::observed(Subject::History, "slow").with(&[("seconds", seconds)])]),
    ],
    fixes: &[
        Repair::person(Effort::Easy, "wait"),
        Repair::backend(Effort::Easy, "log"),
        Repair::backend(Effort::Medium, "share"),
        Repair::backend(Effort::Medium, "forward").snippet("cgi-authorization"),
        Repair::frontend(Effort::Medium, "once"),
    ],
    ..Rules::BARE
};

/// Whether the request at this index carried the same credentials.
fn is_same(facts: &Facts<'_>, at: usize) -> bool {
    facts.carried.same(at, facts.failing.index)
}

fn is_any_same(facts: &Facts<'_>, indices: &[usize]) -> bool {
    indices.iter().any(|at| is_same(facts, *at))
}

fn is_accepted_before(facts: &Facts<'_>) -> bool {
    is_any_same(facts, &facts.history.accepted_before)
}

fn is_accepted_after(facts: &Facts<'_>) -> bool {
    is_any_same(facts, &facts.history.accepted_after)
}

fn is_accepted_elsewhere_after(facts: &Facts<'_>) -> bool {
    is_any_same(facts, &facts.history.accepted_elsewhere_after)
}

/// Whoever is told that a thing is not there has been let in before.
fn is_let_in(entry: &Entry) -> bool {
    is_accepted(entry) || matches!(entry.response.status, 404 | 409 | 422)
}

fn is_let_in_between(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let index = facts.failing.index;
    let mut repeats = facts.history.repeats.iter().copied();
    let Some(first) = repeats.find(|at| *at < index && is_same(facts, *at)) else {
        return false;
    };
    (first..index).any(|at| {
        let entry = facts.exchange.entries.get(at);
        entry.is_some_and(|entry| is_let_in(entry) && same_request(entry, own))
            && is_same(facts, at)
    })
}

fn is_alternating(facts: &Facts<'_>) -> bool {
    let mut refused = facts.history.refused_elsewhere.iter().copied();
    let refused = refused.find(|at| is_same(facts, *at) && facts.started_within(*at, TURN));
    refused.is_some_and(|at| known_since(facts, at))
}

/// Whether the server knew the same credentials between this refusal and the failing request.
fn known_since(facts: &Facts<'_>, refused: usize) -> bool {
    let started = facts
        .exchange
        .entries
        .get(refused)
        .and_then(|entry| entry.started);
    facts.accepted_with_the_same().any(|entry| {
        let times = started.zip(entry.started).zip(facts.entry().started);
        times.is_some_and(|((from, at), to)| (from..=to).contains(&at))
    })
}

fn is_of_token(facts: &Facts<'_>) -> bool {
    [
        "token-kind",
        "token-malformed",
        "token-audience",
        "token-issuer",
    ]
    .iter()
    .any(|id| facts.said.names(id))
}

fn is_wordpress(facts: &Facts<'_>) -> bool {
    let path = facts.request.path();
    path.contains("/wp-json/") && !path.contains("/jwt-auth/")
}

fn is_about_itself(facts: &Facts<'_>) -> bool {
    let path = facts.request.path().trim_end_matches('/');
    path.ends_with("/users/me")
}

/// How many milliseconds the response took.
fn took(facts: &Facts<'_>) -> Option<i64> {
    let entry = facts.entry();
    Some(entry.ended()?.saturating_sub(entry.started?))
}

fn is_slow(facts: &Facts<'_>) -> bool {
    took(facts).is_some_and(|took| took >= SLOW)
}

fn seconds(facts: &Facts<'_>) -> Value {
    took(facts).map(|took| took / 1_000).into()
}
