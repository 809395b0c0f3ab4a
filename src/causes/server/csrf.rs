//! The anti-forgery token is missing or stale, answered as 401.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::is_accepted;
use crate::facts::names::{self, CookieRole, Purpose};
use crate::http::url::Url;
use crate::speech::Saying;

const ID: &str = "csrf";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "csrf*|xsrf* ~4 missing|invalid|failed|fails|failure|expired|mismatch|required|incorrect|error|verification|verified|not|bad|validation|check|denied|rejected|absent|wrong",
        ),
        Saying::names(
            ID,
            "missing|invalid|expired|no|bad|wrong|incorrect|without|requires ~3 csrf*|xsrf*",
        ),
        Saying::hints(ID, "^csrf*|xsrf*$"),
        Saying::names(ID, "cross site request forgery"),
        Saying::names(ID, "anti forgery|antiforgery"),
        Saying::names(ID, "request verification token"),
        Saying::names(ID, "invalid|expired|missing ~1 authenticity token"),
        Saying::names(ID, "verify|verifying ~2 csrf|authenticity token"),
        Saying::names(ID, "csrf token authenticity"),
        Saying::names(ID, "cookie check failed"),
        Saying::names(ID, "rest cookie invalid nonce"),
        Saying::names(
            ID,
            "invalid|bad|missing|expired ~1 nonce ~3 rest|cookie|wp|form|check",
        ),
        Saying::names(ID, "nonce ~3 verification|check failed"),
        Saying::names(ID, "page expired"),
        Saying::names(ID, "double submit"),
        Saying::names(
            ID,
            "origin|referer|referrer ~4 mismatch|invalid|forbidden|untrusted",
        ),
        Saying::names(
            ID,
            "origin|referer|referrer ~3 not ~1 match|allowed|trusted|valid",
        ),
        Saying::names(ID, "form key|token ~2 invalid ~3 refresh ~2 page"),
        Saying::hints(ID, "invalid origin|referer|referrer"),
        Saying::names(ID, "csrf*|xsrf* ~2 error|invalid|cookie|session"),
        Saying::names(ID, "bad|e csrf|xsrf"),
        Saying::names(ID, "ebadcsrftoken"),
        Saying::names(
            ID,
            "form|page|formtoken|anti ~1 token ~3 invalid|expired|missing|mismatch|incorrect|outdated|stale",
        ),
        Saying::names(
            ID,
            "invalid|expired|missing|wrong|incorrect|bad ~1 form|page ~1 token|key",
        ),
        Saying::names(
            ID,
            "invalid|expired|missing|wrong|incorrect|bad ~1 verification ~1 token",
        ),
        Saying::hints(
            ID,
            "invalid|expired|missing|wrong|incorrect|bad ~1 security|request token",
        ),
        Saying::hints(ID, "security token ~2 invalid|expired|missing|mismatch"),
        Saying::names(ID, "form ~2 expired|outdated"),
        Saying::names(ID, "sesskey"),
        Saying::names(ID, "invalid form key"),
        Saying::names(ID, "no valid crumb|crumbs"),
        Saying::names(ID, "crumb ~4 missing|invalid|included|required"),
        Saying::hints(ID, "origin ~1 not allowed|permitted|trusted"),
        Saying::names(
            ID,
            "cross site|origin ~2 post|form|request ~4 forbidden|rejected|blocked|denied|refused",
        ),
        Saying::names(ID, "forged|forgery ~1 request|detected"),
        Saying::names(ID, "request forgery"),
        Saying::names(
            ID,
            "xsrf|csrf ~2 argument|parameter|field|header ~2 missing|not|absent",
        ),
        Saying::names(ID, "nonce ~2 expired|invalid|mismatch|incorrect"),
        Saying::names(ID, "invalid|expired|bad|incorrect|wrong nonce"),
        Saying::names(ID, "referer|referrer ~2 checking|check ~1 failed"),
        Saying::names(
            ID,
            "verification token ~4 missing|invalid|required|not|mismatch",
        ),
        Saying::names(ID, "missing|required|requires ~3 x requested with"),
        Saying::names(ID, "x requested with ~3 missing|required|header"),
        Saying::names(
            ID,
            "csrf*|xsrf* ~3 ungültig|abgelaufen|fehlt|invalide|expiré|inválido|inválida|invalido|valido|valide|недействительный|неверный|geçersiz|无效|校验失败|验证失败|错误|過期|無効|유효*",
        ),
        Saying::names(
            ID,
            "sicherheitstoken|sicherheitsschlüssel|formularschlüssel ~3 ungültig|abgelaufen|fehlt",
        ),
        Saying::names(
            ID,
            "jeton ~2 csrf|sécurité ~3 invalide|expiré|manquant|incorrect",
        ),
        Saying::names(
            ID,
            "token ~2 seguridad|segurança|sicurezza ~3 inválido|invalido|expirado|valido",
        ),
        Saying::names(
            ID,
            "token csrf ~2 inválido|invalido|valido|expirado|scaduto|manquant",
        ),
        Saying::names(ID, "недействительный|неверный csrf*"),
        Saying::names(
            ID,
            "csrf校验|csrf验证|csrf令牌|表单令牌|令牌校验失败|非法来源|请求来源",
        ),
        Saying::names(ID, "csrf|xsrf attack|protection|guard|filter"),
        Saying::names(ID, "security token ~3 match"),
        Saying::names(
            ID,
            "form authenticator|token|key|signature ~2 is|was invalid|expired|missing",
        ),
        Saying::names(ID, "csrfトークン|xsrfトークン|csrf密钥|csrf令牌"),
        Saying::names(ID, "トークンが一致しません|ワンタイムトークン ~1 csrf*"),
        Saying::names(ID, "origin ~2 does|do not match"),
        Saying::names(
            ID,
            "csrf|xsrf ~3 expir*|invál*|inval*|abgelauf*|ungült*|manqu*|faltan*|ausent*|scadut*|mancan*|incorrect*|недейств*|истек*|просроч*|geçersiz*|verlop*|wygas*",
        ),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let finding = status(facts)
        .or_else(|| said(facts))
        .or_else(|| stale_nonce(facts))
        .or_else(|| absent(facts))
        .or_else(|| differs(facts))
        .or_else(|| only_reads(facts))
        .or_else(|| foreign_origin(facts))
        .or_else(|| refused_change(facts))?;
    let (cookie, field) = pair(facts);
    Some(
        finding
            .arg("cookie", cookie)
            .arg("field", field)
            .hiding(&[
                "permission-denied",
                "session-expired",
                "refresh-failed",
                "token-expired",
            ])
            .fix(Fix::person(Effort::Easy, "reload"))
            .fix(Fix::frontend(Effort::Easy, "send").snippet("csrf-send"))
            .fix(Fix::backend(Effort::Medium, "renew").snippet("csrf-issue")),
    )
}

/// Laravel's own status for it.
fn status(facts: &Facts<'_>) -> Option<Finding> {
    (facts.status() == 419).then(|| {
        Finding::certain(Trust::Header)
            .variant("stale")
            .because(Evidence::observed(Subject::Server, "status"))
    })
}

fn said(facts: &Facts<'_>) -> Option<Finding> {
    let finding = Finding::said(&facts.said, ID)?;
    Some(finding.because(Evidence::observed(Subject::Server, "said")))
}

fn own_field(entry: &Entry) -> Option<(&str, &str)> {
    entry
        .request
        .fields()
        .iter()
        .find(|field| names::is_csrf_field(&field.name))
        .map(|field| (field.name.as_str(), field.value.as_str()))
}

/// The very token that was accepted before is not any more, while the session goes on.
fn stale_nonce(facts: &Facts<'_>) -> Option<Finding> {
    let own = facts.entry();
    let (_, value) = own_field(own)?;
    let accepted = facts
        .exchange
        .entries
        .iter()
        .take(facts.failing.index)
        .rev()
        .find(|entry| {
            is_accepted(entry)
                && own_field(entry).is_some_and(|(_, before)| before == value)
                && same_host(entry, facts)
        })?;
    let hours = own
        .started
        .zip(accepted.started)
        .map_or(0, |(now, then)| now.saturating_sub(then) / 3_600_000);
    let wordpress =
        facts.request.path().contains("/wp-json/") || own.request.header("x-wp-nonce").is_some();
    let finding = if wordpress && (hours >= 6 || facts.status() == 403) {
        Finding::likely(Trust::Header)
    } else if hours >= 1 {
        Finding::possible(Trust::History)
    } else {
        return None;
    };
    Some(
        finding
            .variant("stale")
            .because(Evidence::observed(Subject::History, "same-token")),
    )
}

fn same_host(entry: &Entry, facts: &Facts<'_>) -> bool {
    Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host())
}

/// A changing request without the token that goes with its cookie, while reading requests are accepted.
fn absent(facts: &Facts<'_>) -> Option<Finding> {
    let changing = !matches!(facts.request.method.as_str(), "GET" | "HEAD" | "OPTIONS");
    let guarded = facts
        .credentials
        .cookies
        .iter()
        .flatten()
        .any(|cookie| cookie.role == CookieRole::Csrf)
        || facts.cookies.jar.iter().flatten().any(|cookie| {
            CookieRole::of(&cookie.name) == CookieRole::Csrf
                && cookie.domain == facts.request.host()
        });
    let by_cookie =
        !facts.credentials.has_authorization() && !facts.credentials.session_cookies().is_empty();
    if !changing || !guarded || !by_cookie || own_field(facts.entry()).is_some() {
        return None;
    }
    let reads = facts.exchange.entries.iter().any(|entry| {
        is_accepted(entry)
            && same_host(entry, facts)
            && matches!(entry.request.method.as_str(), "GET" | "HEAD")
            && entry.request.header("cookie") == facts.entry().request.header("cookie")
    });
    let over = facts.token_is_over() && facts.request.purpose != Purpose::Refresh;
    let finding = if reads || !over {
        Finding::likely(Trust::Header)
    } else {
        Finding::possible(Trust::Typical)
    };
    Some(finding.because(Evidence::observed(Subject::Header, "absent")))
}

/// The field and the cookie that have to be equal (the double-submit pattern) are not.
fn differs(facts: &Facts<'_>) -> Option<Finding> {
    let (_, value) = own_field(facts.entry())?;
    let cookie = facts.credentials.cookies.iter().flatten().find(|cookie| {
        ["csrf_access_token", "csrf_refresh_token", "xsrf-token"]
            .contains(&cookie.name.to_ascii_lowercase().as_str())
    })?;
    // Frameworks decode what is percent-encoded in the cookie before they send it.
    let changing = !matches!(facts.request.method.as_str(), "GET" | "HEAD" | "OPTIONS");
    let differ = !cookie.holds(value) && !cookie.credential.encoded;
    (changing && differ && !facts.credentials.has_authorization()).then(|| {
        Finding::likely(Trust::Header)
            .variant("stale")
            .because(Evidence::observed(Subject::Header, "differs"))
    })
}

/// A changing request without any such token is refused, while reading ones with the same ambient credentials, which
/// a browser adds by itself, are accepted within the same minutes.
fn only_reads(facts: &Facts<'_>) -> Option<Finding> {
    let reading = |method: &str| matches!(method, "GET" | "HEAD" | "OPTIONS");
    let basic = facts
        .credentials
        .authorization
        .as_ref()
        .map(|sent| sent.is("basic"));
    let ambient = basic
        .unwrap_or_else(|| !facts.session_cookies().is_empty() && !facts.credentials.has_key());
    if reading(&facts.request.method) || !ambient || facts.said.names_any() {
        return None;
    }
    let own = facts.entry();
    let accepted = facts
        .exchange
        .entries
        .iter()
        .enumerate()
        .any(|(at, entry)| {
            let near = own
                .started
                .zip(entry.started)
                .is_some_and(|(now, then)| now.abs_diff(then) <= MINUTES);
            is_accepted(entry)
                && near
                && reading(&entry.request.method)
                && same_host(entry, facts)
                && facts.carried.same(at, facts.failing.index)
        });
    if !accepted {
        return None;
    }
    // A token that is there may be stale, or the refusal may be about something else.
    let finding = if own_field(own).is_some() {
        Finding::possible(Trust::Header).variant("stale")
    } else {
        Finding::likely(Trust::History)
    };
    Some(
        finding
            .hiding(&["basic-credentials-rejected", "server-basic-auth"])
            .because(Evidence::observed(Subject::History, "only-reads")),
    )
}

/// So near in time the same credentials are still good, in milliseconds.
const MINUTES: u64 = 120_000;

/// A 403 to a changing request that carried nothing but cookies: so most frameworks answer a missing or stale token.
fn refused_change(facts: &Facts<'_>) -> Option<Finding> {
    let changing = !matches!(facts.request.method.as_str(), "GET" | "HEAD" | "OPTIONS");
    let ambient = !facts.credentials.has_authorization()
        && !facts.credentials.has_key()
        && !facts.session_cookies().is_empty();
    let sign_in = facts.request.purpose == Purpose::SignIn;
    (facts.status() == 403
        && changing
        && ambient
        && !sign_in
        && !facts.said.has_body()
        && !facts.said.names_any())
    .then(|| {
        let stale = own_field(facts.entry()).is_some();
        let finding = Finding::possible(Trust::Browser)
            .because(Evidence::observed(Subject::Server, "refused-change"));
        if stale {
            finding.variant("stale")
        } else {
            finding
        }
    })
}

/// `qBittorrent` compares `Origin` with its own host; wrong passwords it answers by 200.
fn foreign_origin(facts: &Facts<'_>) -> Option<Finding> {
    let client = facts.request.path().ends_with("/api/v2/auth/login")
        && facts.request.purpose == Purpose::SignIn;
    let foreign = facts.request.is_cross_origin()
        || facts
            .entry()
            .request
            .header("origin")
            .is_some_and(|origin| origin.contains("-extension://"));
    (client && foreign).then(|| {
        Finding::likely(Trust::Header)
            .variant("origin")
            .hiding(&["login-rejected"])
            .because(Evidence::observed(Subject::Header, "foreign-origin"))
    })
}

/// The names of the cookie and the field that belong together, as far as they are known.
fn pair(facts: &Facts<'_>) -> (String, String) {
    let sent = facts
        .credentials
        .cookies
        .iter()
        .flatten()
        .map(|cookie| cookie.name.clone());
    let held = facts
        .cookies
        .jar
        .iter()
        .flatten()
        .map(|cookie| cookie.name.clone());
    let cookie = sent
        .chain(held)
        .find(|name| CookieRole::of(name) == CookieRole::Csrf)
        .unwrap_or_else(|| "csrf_token".to_owned());
    let field = own_field(facts.entry()).map_or_else(
        || {
            if cookie.eq_ignore_ascii_case("xsrf-token") {
                "X-XSRF-TOKEN"
            } else {
                "X-CSRF-TOKEN"
            }
            .to_owned()
        },
        |(name, _)| name.to_owned(),
    );
    (cookie, field)
}
