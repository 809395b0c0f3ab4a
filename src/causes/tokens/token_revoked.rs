//! Withdrawn: signed out everywhere, rotated, deleted, application access removed.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::history::is_accepted;
use crate::facts::names::Purpose;
use crate::http::url::Url;
use crate::speech::Saying;

const ID: &str = "token-revoked";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "token|tokens|jwt|authorization|grant ~8 revoked"),
        Saying::names(ID, "revoked ~2 token|tokens|jwt"),
        Saying::names(
            ID,
            "token|jwt ~4 blacklisted|blocklisted|denylisted|blacklist|blocklist|denylist",
        ),
        Saying::names(
            ID,
            "token|jwt ~3 been ~1 invalidated|cancelled|canceled|withdrawn|terminated|deactivated|destroyed|deleted",
        ),
        Saying::names(ID, "token|jwt ~1 invalidated|deactivated|deleted|withdrawn"),
        Saying::names(ID, "before revocation timestamp"),
        Saying::names(ID, "session ~3 invalidated ~3 logged"),
        Saying::names(ID, "user ~2 not authorized application"),
        Saying::names(ID, "access to ~4 application ~3 removed|revoked"),
        Saying::names(
            ID,
            "application|app ~3 uninstalled|deauthorized|disconnected",
        ),
        Saying::names(ID, "token ~3 rotated|superseded|replaced"),
        Saying::names(ID, "token ~2 widerrufen|gesperrt"),
        Saying::names(ID, "jeton|token ~3 révoqué"),
        Saying::names(ID, "token ~3 revocado|revogado"),
        Saying::names(ID, "токен ~2 отозван|аннулирован"),
        Saying::names(ID, "吊销|token已注销|被撤销|token已被注销"),
        Saying::names(ID, "トークンは取り消|トークンが取り消|失効済"),
        Saying::names(ID, "token ~3 blacklisted|blocklisted|denylisted"),
        Saying::names(ID, "token ~3 logged out"),
        Saying::names(
            ID,
            "token ~3 withdrawn|cancelled|canceled|deactivated|disabled",
        ),
        Saying::names(ID, "토큰* ~2 취소*|폐기*|무효화*"),
        Saying::names(ID, "application|app access ~3 withdrawn|removed"),
        Saying::names(ID, "token|jwt ~5 deny|block|black|revocation list"),
        Saying::names(ID, "已注销|已登出|已被吊销"),
        Saying::names(ID, "inactive ~1 client|access|api|refresh token"),
        Saying::hints(ID, "continuous access evaluation"),
        Saying::hints(ID, "user session not found"),
        Saying::hints(ID, "token ~2 not active"),
        Saying::hints(ID, "token|session inactive"),
        Saying::hints(ID, "token ~2 no longer valid|active|exists"),
        Saying::hints(ID, "user|been|already|token ~2 logged|signed out"),
        Saying::hints(ID, "revoked"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    // Of a grant, servers say in one sentence that it is invalid, expired, revoked or another client's.
    let of_a_grant = matches!(facts.request.purpose, Purpose::Refresh | Purpose::Token);
    if of_a_grant || facts.said.names("api-key-invalid") {
        return None;
    }
    let either = facts.said.cause("token-expired").is_some();
    let said = Finding::said(&facts.said, ID)
        .filter(|finding| finding.confidence == Confidence::Certain || facts.bearer().is_some());
    let finding = match said {
        Some(said) if either => Finding {
            confidence: Confidence::Possible,
            ..said
        },
        Some(said) if facts.token_is_over() => Finding {
            confidence: Confidence::Likely,
            ..said
        },
        Some(said) => said,
        None => by_history(facts).or_else(|| by_rotation(facts))?,
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::person(Effort::Easy, "sign-in"))
            .fix(Fix::frontend(Effort::Easy, "forget"))
            .fix(Fix::backend(Effort::Medium, "who-withdrew")),
    )
}

/// The token was accepted; since then the host has accepted another one, and this one no more.
fn by_rotation(facts: &Facts<'_>) -> Option<Finding> {
    let newest = facts
        .accepted_with_it()
        .iter()
        .map(|one| one.before)
        .filter(|before| *before > 0.0)
        .fold(f64::INFINITY, f64::min);
    let own = facts.entry();
    let field = own.request.header("authorization")?;
    let replaced = facts
        .exchange
        .entries
        .iter()
        .take(facts.failing.index)
        .any(|entry| {
            let ago = own
                .started
                .zip(entry.started)
                .map_or(0.0, |(now, then)| now.saturating_sub(then) as f64 / 1000.0);
            let other = entry
                .request
                .header("authorization")
                .is_some_and(|sent| sent != field);
            other
                && is_accepted(entry)
                && ago < newest
                && Url::parse(&entry.request.url)
                    .is_some_and(|url| url.host == facts.request.host())
        });
    (newest.is_finite() && replaced && !facts.token_is_over()).then(|| {
        Finding::likely(Trust::History).because(Evidence::observed(Subject::History, "replaced"))
    })
}

/// The token was accepted, somebody signed out, and it is still sent.
fn by_history(facts: &Facts<'_>) -> Option<Finding> {
    let sign_out = facts.history.sign_outs.last().copied()?;
    let since = facts.history.sign_ins.last().copied();
    if since > Some(sign_out) || facts.token_is_over() {
        return None;
    }
    let out = facts.exchange.entries.get(sign_out)?.started?;
    let ago = facts.entry().started?.saturating_sub(out) as f64 / 1000.0;
    let worked = facts.accepted_with_it().iter().any(|one| one.before >= ago);
    worked.then(|| {
        Finding::likely(Trust::History)
            .because(Evidence::observed(Subject::History, "signed-out").arg("seconds", ago.round()))
    })
}
