//! Someone who had signed in has no session cookie for this host, and nothing shows how it went.

use crate::causes::withheld::sent_session;
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::CookieRole;
use crate::speech::Saying;

const ID: &str = "cookie-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(ID, "no|missing ~2 cookie|cookies"),
        Saying::hints(ID, "cookie|cookies ~2 missing|absent|not found|required"),
        Saying::hints(ID, "no ~1 session ~1 found|id|cookie"),
        Saying::hints(ID, "missing session"),
        Saying::hints(ID, "named cookie not present"),
    ],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let other = facts.credentials.has_authorization() || facts.credentials.has_key() || facts.failing.on_preflight();
    if other || sent_session(facts) || !facts.cookies.home.is_empty() || !facts.cookies.refused.is_empty() {
        return None;
    }
    let said = facts.said.cause(ID).is_some();
    let finding = if let Some(at) = silent_sign_in(facts) {
        let host = facts.exchange.entries.get(at).map(|entry| entry.request.url.clone()).unwrap_or_default();
        Finding::likely(Trust::History)
            .variant("sign-in")
            .arg("setter", host)
            .because(Evidence::observed(Subject::History, "sign-in-set-none"))
    } else if acts_signed_in(facts) {
        Finding::likely(Trust::History).because(Evidence::observed(Subject::History, "signed-in"))
    } else if said {
        Finding::possible(Trust::Body).because(Evidence::observed(Subject::Server, "said"))
    } else {
        return None;
    };
    Some(
        finding
            .hiding(&["no-credentials"])
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::frontend(Effort::Easy, "look"))
            .fix(Fix::backend(Effort::Medium, "set-it")),
    )
}

/// A sign-in that succeeded at this site and set no cookie that could carry a session, nor gave a token that the
/// page could send.
fn silent_sign_in(facts: &Facts<'_>) -> Option<usize> {
    let at = *facts.history.sign_ins.last()?;
    let sets = facts
        .cookies
        .set
        .iter()
        .any(|(set, one)| *set >= at && *set < facts.failing.index && matches!(CookieRole::of(&one.name), CookieRole::Session | CookieRole::Unknown));
    (!sets && facts.challenges.is_empty()).then_some(at)
}

/// Requests before it carried a session cookie and were accepted.
fn acts_signed_in(facts: &Facts<'_>) -> bool {
    let carried = |at: &usize| {
        facts.exchange.entries.get(*at).is_some_and(|entry| {
            entry
                .request
                .headers("cookie")
                .flat_map(|value| value.split(';'))
                .any(|pair| CookieRole::of(pair.split('=').next().unwrap_or_default().trim()) == CookieRole::Session)
        })
    };
    facts.history.accepted_before.iter().chain(&facts.history.accepted_elsewhere).any(carried)
}
