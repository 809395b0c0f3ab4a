//! The session cookie was sent and the server no longer accepts it.

use crate::causes::withheld::loss::covers;
use crate::causes::withheld::wanted::wants_cookie;
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::reason::StoreReason;
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::names::{self, CookieRole, Purpose};
use crate::facts::said::Voice;
use crate::http::url::Url;
use crate::speech::Saying;

const ID: &str = "session-expired";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "session ~4 expired|timed|timeout|ended|elapsed|lapsed"),
        Saying::names(ID, "session ~3 no longer valid|active|exists"),
        Saying::names(
            ID,
            "session ~4 revoked|terminated|destroyed|invalidated|closed|killed",
        ),
        Saying::names(
            ID,
            "登录状态已失效|登陆已过期|登陆失效|登录信息失效|会话不存在",
        ),
        Saying::names(ID, "sessione ~3 non valida"),
        Saying::names(ID, "session ~3 invalide|expiree|périmée"),
        Saying::names(ID, "сессия ~3 недействительна|завершена"),
        Saying::names(ID, "oturum ~3 sona|süresi"),
        Saying::names(ID, "phiên ~4 hết hạn"),
        Saying::hints(ID, "session ~3 not found|exist|active"),
        Saying::names(ID, "invalid|unknown|stale|inactive session"),
        Saying::hints(ID, "no ~1 active|valid session"),
        Saying::names(ID, "session ~2 invalid"),
        Saying::names(ID, "expired session"),
        Saying::names(ID, "unable|cannot ~2 determine ~2 authenticated user"),
        Saying::names(ID, "login|signin ~2 expired|timeout|timed"),
        Saying::names(ID, "logged|signed out ~4 inactivity|inactive|idle"),
        Saying::names(ID, "sitzung ~4 abgelaufen|beendet|ungültig"),
        Saying::names(ID, "session ~3 expiré|expirée|terminée"),
        Saying::names(ID, "sesión ~4 expirado|expirada|caducado|caducada|vencida"),
        Saying::names(ID, "sessão ~4 expirou|expirada|inválida"),
        Saying::names(ID, "sessione ~4 scaduta|scaduto"),
        Saying::names(ID, "sessie ~4 verlopen"),
        Saying::names(ID, "sesja ~4 wygasła"),
        Saying::names(ID, "сессия|сеанс ~3 истек*"),
        Saying::names(
            ID,
            "会话已过期|会话过期|会话失效|登录已过期|登录过期|登录失效|登录状态已过期|登录已失效",
        ),
        Saying::names(ID, "セッション ~3 切れ*"),
        Saying::names(
            ID,
            "セッションの有効期限|セッションが切れ|セッションがタイムアウト",
        ),
        Saying::names(ID, "세션이 ~2 만료*"),
        Saying::names(ID, "ticket ~2 invalid|expired|stale"),
        Saying::names(ID, "invalid|expired|stale ~2 ticket"),
        Saying::hints(ID, "please ~2 log|sign ~1 in again"),
        Saying::hints(ID, "re login|authenticate|authentication ~1 required"),
        Saying::hints(ID, "请重新登录|重新登录"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let sent = facts.session_cookies();
    let named: Vec<&SentCookie> = sent
        .iter()
        .copied()
        .filter(|cookie| cookie.role == CookieRole::Session)
        .collect();
    let first = named.first().or(sent.first()).copied();
    let finding = by_words(facts, first)
        .or_else(|| by_acts(facts, &sent))
        .or_else(|| by_redirect(facts))
        .or_else(|| by_earlier_refusal(facts, first))
        .or_else(|| by_default(facts, first))?;
    let name = finding
        .args
        .get("cookie")
        .cloned()
        .unwrap_or_else(|| first.map_or("", |cookie| cookie.name.as_str()).into());
    Some(
        finding
            .arg("cookie", name)
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::person(Effort::Easy, "fix.clear-this-site"))
            .fix(Fix::frontend(Effort::Medium, "fix.send-to-sign-in").snippet("to-sign-in"))
            .fix(Fix::backend(Effort::Medium, "longer").snippet("session-store")),
    )
}

/// The server says so.
fn by_words(facts: &Facts<'_>, sent: Option<&SentCookie>) -> Option<Finding> {
    let (voice, _) = facts.said.cause(ID)?;
    let plain = facts.said.names(ID);
    let trust = if voice == Voice::Body {
        Trust::Body
    } else {
        Trust::Header
    };
    let session = sent.is_some_and(|cookie| cookie.role == CookieRole::Session);
    let bearer = facts.credentials.has_authorization();
    // "Invalid session" is the beginning of longer sentences that go on with why it could not be looked up.
    let named_more = ["server-fault", "password-changed", "csrf"]
        .iter()
        .any(|id| facts.said.names(id));
    let finding = match (plain, sent) {
        (true, Some(_)) if named_more => Finding::possible(trust),
        (true, Some(_)) if session && !bearer => Finding::certain(trust),
        (true, _) => Finding::likely(trust),
        (false, Some(_)) if !bearer => Finding::likely(trust),
        (false, _) => return None,
    };
    let finding = if sent.is_none() {
        finding.variant("none-sent")
    } else {
        finding
    };
    Some(finding.because(Evidence::observed(Subject::Server, "said")))
}

/// The answer deletes the cookie that came with the request, or the same cookie was accepted before.
fn by_acts(facts: &Facts<'_>, sent: &[&SentCookie]) -> Option<Finding> {
    if facts.credentials.has_authorization()
        || facts.request.purpose == Purpose::SignIn && !facts.credentials_matter()
    {
        return None;
    }
    if facts.credentials_matter() && !sent.is_empty() {
        return Some(
            Finding::likely(Trust::History)
                .variant("stale")
                .because(Evidence::observed(Subject::History, "accepted-without"))
                .hiding(&["login-rejected"]),
        );
    }
    let deleted = facts.cookies.set.iter().any(|(at, one)| {
        *at == facts.failing.index
            && one.reasons.contains(&StoreReason::AlreadyExpired)
            && sent.iter().any(|cookie| cookie.name == one.name)
    });
    if deleted {
        return Some(
            Finding::likely(Trust::Header).because(Evidence::observed(Subject::Cookie, "cleared")),
        );
    }
    let goes_on = facts.knows_after(sent);
    if goes_on {
        return None;
    }
    let earlier = facts.knew_before(sent);
    earlier.then(|| {
        // Whom the server knew at another address a moment ago, it mostly knows still.
        if facts.history.accepted_before.is_empty() && facts.accepted_a_moment_ago() {
            return Finding::possible(Trust::Typical)
                .because(Evidence::observed(Subject::History, "accepted-before"));
        }
        Finding::likely(Trust::History)
            .because(Evidence::observed(Subject::History, "accepted-before"))
    })
}

/// A request with a session cookie was sent on to a sign-in page, and that is where it failed.
fn by_redirect(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.has_authorization()
        || !names::is_sign_in_address(&facts.entry().request.url)
    {
        return None;
    }
    let at = *facts.history.redirects.first()?;
    let first = facts.exchange.entries.get(at)?;
    let mut cookies = facts.carried.at(at).cookies.iter().flatten();
    let cookie = cookies.find(|cookie| cookie.role == CookieRole::Session)?;
    let host = Url::parse(&first.request.url)
        .map(|url| url.host)
        .unwrap_or_default();
    Some(
        Finding::likely(Trust::History)
            .variant("redirect")
            .arg("cookie", cookie.name.as_str())
            .arg("asked", host)
            .because(Evidence::observed(Subject::History, "sent-on"))
            .hiding(&["cors-credentials", "cors-hides-401"]),
    )
}

/// A request just before carried the session's cookie, and its refusal deleted that; so this one carries none.
fn by_earlier_refusal(facts: &Facts<'_>, sent: Option<&SentCookie>) -> Option<Finding> {
    let since = facts
        .history
        .sign_ins
        .last()
        .map_or(0, |at| at.saturating_add(1));
    if sent.is_some() || !wants_cookie(facts) || facts.credentials.has_authorization() {
        return None;
    }
    let (_, one) = facts.cookies.set.iter().rev().find(|(at, one)| {
        let entry = facts.exchange.entries.get(*at);
        let refused = entry.is_some_and(|entry| matches!(entry.response.status, 401 | 419 | 440));
        let carried = facts.carried.at(*at).has_cookie(&one.name);
        *at >= since
            && *at < facts.failing.index
            && refused
            && carried
            && one.reasons.contains(&StoreReason::AlreadyExpired)
            && CookieRole::of(&one.name) == CookieRole::Session
            && covers(facts, &one.kept_as.domain)
    })?;
    Some(
        Finding::likely(Trust::History)
            .variant("earlier")
            .arg("cookie", one.name.as_str())
            .because(Evidence::observed(Subject::History, "cleared-before"))
            .hiding(&["no-credentials", "cookie-missing"]),
    )
}

/// A session cookie went, and nothing else explains the answer.
fn by_default(facts: &Facts<'_>, first: Option<&SentCookie>) -> Option<Finding> {
    let cookie = first?;
    if facts.credentials.has_authorization() || facts.request.purpose == Purpose::SignIn {
        return None;
    }
    let finding = if cookie.role == CookieRole::Session && facts.challenges.is_empty() {
        Finding::possible(Trust::Credential)
    } else {
        Finding::possible(Trust::Typical)
    };
    Some(
        finding
            .variant("unsure")
            .because(Evidence::observed(Subject::Cookie, "sent")),
    )
}
