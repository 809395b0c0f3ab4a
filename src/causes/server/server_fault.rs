//! The server's own trouble, answered as 401.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
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
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let finding = flapping(facts)
        .or_else(|| said(facts))
        .or_else(|| unseen_header(facts))
        .or_else(|| slow(facts))?;
    Some(
        finding
            .fix(Fix::person(Effort::Easy, "wait"))
            .fix(Fix::backend(Effort::Easy, "log"))
            .fix(Fix::backend(Effort::Medium, "share"))
            .fix(Fix::backend(Effort::Medium, "forward").snippet("cgi-authorization"))
            .fix(Fix::frontend(Effort::Medium, "once")),
    )
}

/// The same credentials are accepted for the same thing before or after, and in between not.
fn flapping(facts: &Facts<'_>) -> Option<Finding> {
    let own = facts.entry();
    let equal = |at: &usize| facts.carried.same(*at, facts.failing.index);
    let after = facts.history.accepted_after.iter().any(equal);
    let before = facts.history.accepted_before.iter().any(equal);
    // Whoever is told that a thing is not there has been let in before.
    let let_in =
        |entry: &Entry| is_accepted(entry) || matches!(entry.response.status, 404 | 409 | 422);
    let mut repeats = facts.history.repeats.iter();
    let first = repeats.find(|at| **at < facts.failing.index && equal(at));
    let let_in_since = |from: usize| {
        let between = (from..facts.failing.index).filter_map(|at| {
            let entry = facts.exchange.entries.get(at)?;
            Some((at, entry))
        });
        let mut good = between.filter(|(_, entry)| let_in(entry) && same_request(entry, own));
        good.any(|(at, _)| equal(&at))
    };
    let failed_earlier = first.is_some_and(|from| let_in_since(*from));
    // Known, unknown, known and unknown again within a minute: it is not the session that comes and goes.
    let mut refused = facts.history.refused_elsewhere.iter();
    let refused = refused.find(|at| equal(at) && facts.started_within(**at, TURN));
    let alternates = before && refused.is_some_and(|at| known_since(facts, *at));
    let other_after = facts.history.accepted_elsewhere_after.iter().any(equal);
    let sent = !facts.credentials.is_none();
    if !sent || facts.token_is_over() {
        return None;
    }
    if (before && after) || failed_earlier || alternates {
        return Some(
            Finding::likely(Trust::Browser)
                .variant("flapping")
                .hiding(&["session-expired", "token-invalid", "permission-denied"])
                .because(Evidence::observed(Subject::History, "flapping")),
        );
    }
    if after {
        return Some(
            Finding::likely(Trust::History)
                .variant("flapping")
                .hiding(&["session-expired", "token-invalid"])
                .because(Evidence::observed(Subject::History, "accepted-after")),
        );
    }
    (before && other_after).then(|| {
        Finding::possible(Trust::History)
            .variant("flapping")
            .because(Evidence::observed(Subject::History, "accepted-after"))
    })
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

/// Within so many milliseconds sessions seldom end by themselves.
const TURN: i64 = 60_000;

/// So long a look at credentials does not take, in milliseconds; what waits for another server gives up after so long.
const SLOW: i64 = 9_500;

/// A call was refused only after the time at which servers give up waiting for their store of sessions or keys.
fn slow(facts: &Facts<'_>) -> Option<Finding> {
    let entry = facts.entry();
    let took = entry.ended()?.saturating_sub(entry.started?);
    let called = facts.request.by_script
        && facts.challenges.is_empty()
        && facts.request.purpose != Purpose::SignIn;
    let sent = !facts.credentials.is_none() && !facts.token_is_over();
    (took >= SLOW && called && sent && !facts.said.names_any()).then(|| {
        Finding::possible(Trust::Header)
            .because(Evidence::observed(Subject::History, "slow").arg("seconds", took / 1_000))
    })
}

fn said(facts: &Facts<'_>) -> Option<Finding> {
    let mut finding = Finding::said(&facts.said, ID)?;
    // Where it names a fault of the token as well, that may be what it was told of.
    let of_token = [
        "token-kind",
        "token-malformed",
        "token-audience",
        "token-issuer",
    ];
    if of_token.iter().any(|id| facts.said.names(id)) {
        finding.confidence = finding.confidence.min(Confidence::Likely);
    }
    // The page of a firewall's own network excuses itself with a fault as well.
    if facts.said.cause("waf-block").is_some() {
        finding.confidence = Confidence::Possible;
    }
    Some(
        finding
            .variant("said")
            .because(Evidence::observed(Subject::Server, "said")),
    )
}

/// `Authorization` was sent, and the application says that nobody is signed in: PHP under CGI is not given it.
fn unseen_header(facts: &Facts<'_>) -> Option<Finding> {
    let basic = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("basic"));
    let path = facts.request.path();
    let wordpress = path.contains("/wp-json/") && !path.contains("/jwt-auth/");
    if !basic || !wordpress || !facts.challenges.is_empty() {
        return None;
    }
    let unseen = facts.said.cause("no-credentials").is_some();
    let body = facts.said.has_body();
    let itself = path.trim_end_matches('/').ends_with("/users/me");
    let finding = match (unseen, body) {
        (true, _) => Finding::likely(Trust::Body),
        (false, false) if itself => Finding::possible(Trust::Credential),
        _ => return None,
    };
    Some(
        finding
            .variant("unseen")
            .hiding(&[
                "no-credentials",
                "authorization-missing",
                "basic-credentials-rejected",
            ])
            .because(Evidence::inferred(Subject::Header, "unseen")),
    )
}
