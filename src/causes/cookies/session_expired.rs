//! The session cookie was sent and the server no longer accepts it.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::reason::StoreReason;
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::history::carried_same_cookie;
use crate::facts::names::{CookieRole, Purpose};
use crate::facts::said::Voice;
use crate::speech::Saying;

const ID: &str = "session-expired";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "session ~4 expired|timed|timeout|ended|elapsed|lapsed"),
        Saying::names(ID, "session ~3 no longer valid|active|exists"),
        Saying::names(ID, "session ~3 not found|exist|active"),
        Saying::names(ID, "invalid|unknown|stale|inactive session"),
        Saying::names(ID, "no ~1 active|valid session"),
        Saying::names(ID, "session ~2 invalid"),
        Saying::names(ID, "expired session"),
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
        Saying::names(ID, "会话已过期|会话过期|会话失效|登录已过期|登录过期|登录失效|登录状态已过期|登录已失效"),
        Saying::names(ID, "セッション ~3 切れ*"),
        Saying::names(ID, "セッションの有効期限|セッションが切れ|セッションがタイムアウト"),
        Saying::names(ID, "세션이 ~2 만료*"),
        Saying::hints(ID, "please ~2 log|sign ~1 in again"),
        Saying::hints(ID, "re login|authenticate|authentication ~1 required"),
        Saying::hints(ID, "请重新登录|重新登录"),
    ],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let sent = facts.session_cookies();
    let named: Vec<&SentCookie> = sent.iter().copied().filter(|cookie| cookie.role == CookieRole::Session).collect();
    let first = named.first().or(sent.first()).copied();
    let finding = by_words(facts, first).or_else(|| by_acts(facts, &sent)).or_else(|| by_default(facts, first))?;
    let name = first.map_or("", |cookie| cookie.name.as_str());
    Some(
        finding
            .arg("cookie", name)
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::person(Effort::Easy, "fix.clear-this-site"))
            .fix(Fix::frontend(Effort::Medium, "fix.send-to-sign-in"))
            .fix(Fix::backend(Effort::Medium, "longer")),
    )
}

/// The server says so.
fn by_words(facts: &Facts<'_>, sent: Option<&SentCookie>) -> Option<Finding> {
    let (voice, _) = facts.said.cause(ID)?;
    let plain = facts.said.names(ID);
    let trust = if voice == Voice::Body { Trust::Body } else { Trust::Header };
    let finding = match (plain, sent) {
        (true, Some(_)) => Finding::certain(trust),
        (true, None) if !facts.credentials.has_authorization() => Finding::likely(trust),
        (true, None) => Finding::likely(trust),
        (false, Some(_)) if !facts.credentials.has_authorization() => Finding::likely(trust),
        (false, _) => return None,
    };
    Some(finding.because(Evidence::observed(Subject::Server, "said")))
}

/// The answer deletes the cookie that came with the request, or the same cookie was accepted before.
fn by_acts(facts: &Facts<'_>, sent: &[&SentCookie]) -> Option<Finding> {
    if facts.credentials.has_authorization() || facts.request.purpose == Purpose::SignIn && !facts.credentials_matter() {
        return None;
    }
    let deleted = facts.cookies.set.iter().any(|(at, one)| {
        *at == facts.failing.index && one.reasons.contains(&StoreReason::AlreadyExpired) && sent.iter().any(|cookie| cookie.name == one.name)
    });
    if deleted {
        return Some(Finding::likely(Trust::Header).because(Evidence::observed(Subject::Cookie, "cleared")));
    }
    let earlier = sent.iter().any(|cookie| carried_same_cookie(facts.exchange, facts.failing.index, &facts.history, &cookie.name));
    earlier.then(|| Finding::likely(Trust::History).because(Evidence::observed(Subject::History, "accepted-before")))
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
    Some(finding.because(Evidence::observed(Subject::Cookie, "sent")))
}
