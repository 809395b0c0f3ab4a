//! Withdrawn: signed out everywhere, rotated, deleted, application access removed.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
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
    rules: &RULES,
    signs_out: true,
};

const PLAIN: Signal = Signal::Own("it is named, or a token was sent", is_plain);

static RULES: Rules = Rules {
    unless: &[
        // Of a grant, servers say in one sentence that it is invalid, expired, revoked or another client's.
        Signal::Purpose(Purpose::Refresh),
        Signal::Purpose(Purpose::Token),
        Signal::Named("api-key-invalid"),
    ],
    rows: &[
        Rule::said("said-or-expired", ID)
            .when(&[PLAIN, Signal::Said("token-expired")])
            .at_most(Confidence::Possible),
        Rule::said("said-of-an-expired-token", ID)
            .when(&[PLAIN, Signal::TokenExpired])
            .at_most(Confidence::Likely),
        Rule::said("said", ID).when(&[PLAIN]),
        Rule::likely("signed-out", Trust::History)
            .when(&[Signal::Own(
                "a token that was accepted before a sign-out is still sent",
                is_used_after_sign_out,
            )])
            .unless(&[Signal::TokenExpired])
            .because(&[
                Because::observed(Subject::History, "signed-out").with(&[("seconds", seconds)])
            ]),
        Rule::likely("replaced", Trust::History)
            .when(&[Signal::Own(
                "the host has accepted another token since this one",
                is_replaced,
            )])
            .unless(&[Signal::TokenExpired])
            .because(&[Because::observed(Subject::History, "replaced")]),
    ],
    hides: &["token-invalid"],
    fixes: &[
        Repair::person(Effort::Easy, "sign-in"),
        Repair::frontend(Effort::Easy, "forget"),
        Repair::backend(Effort::Medium, "who-withdrew"),
    ],
    ..Rules::BARE
};

fn is_plain(facts: &Facts<'_>) -> bool {
    facts.said.names(ID) || facts.bearer().is_some()
}

/// How many seconds ago somebody signed out, if nobody has signed in since.
fn signed_out_ago(facts: &Facts<'_>) -> Option<f64> {
    let sign_out = facts.history.sign_outs.last().copied()?;
    if facts.history.sign_ins.last().copied() > Some(sign_out) {
        return None;
    }
    let out = facts.exchange.entries.get(sign_out)?.started?;
    Some(facts.entry().started?.saturating_sub(out) as f64 / 1000.0)
}

fn is_used_after_sign_out(facts: &Facts<'_>) -> bool {
    signed_out_ago(facts).is_some_and(|ago| {
        facts
            .accepted_with_it()
            .iter()
            .any(|accepted| accepted.before >= ago)
    })
}

fn seconds(facts: &Facts<'_>) -> Value {
    signed_out_ago(facts).map(f64::round).into()
}

fn is_replaced(facts: &Facts<'_>) -> bool {
    let own = facts.entry();
    let Some(field) = own.request.header("authorization") else {
        return false;
    };
    let newest = facts
        .accepted_with_it()
        .iter()
        .map(|one| one.before)
        .filter(|before| *before > 0.0)
        .fold(f64::INFINITY, f64::min);
    let mut earlier = facts.exchange.entries.iter().take(facts.failing.index);
    newest.is_finite()
        && earlier.any(|entry| {
            let ago = own
                .started
                .zip(entry.started)
                .map_or(0.0, |(now, then)| now.saturating_sub(then) as f64 / 1000.0);
            let sent = entry.request.header("authorization");
            sent.is_some_and(|sent| sent != field)
                && is_accepted(entry)
                && ago < newest
                && Url::parse(&entry.request.url)
                    .is_some_and(|url| url.host == facts.request.host())
        })
}
