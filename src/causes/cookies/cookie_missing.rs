//! Someone who had signed in has no session cookie for this host, and nothing shows how it went.

use crate::causes::withheld::wants_cookie;
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{CookieRole, Purpose};
use crate::http::url::Url;
use crate::speech::Saying;

const ID: &str = "cookie-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(ID, "no|missing ~2 cookie|cookies"),
        Saying::hints(ID, "cookie|cookies ~2 missing|absent|required"),
        Saying::hints(ID, "cookie|cookies ~1 not ~1 found|present|set|sent"),
        Saying::hints(ID, "no ~1 session ~1 found|id|cookie"),
        Saying::hints(ID, "missing session"),
        Saying::hints(ID, "named cookie not present"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let other = facts.credentials.has_authorization()
        || facts.credentials.has_key()
        || !wants_cookie(facts)
        || signed_out(facts);
    if other
        || facts.credentials.has_session_cookie()
        || !facts.cookies.home.is_empty()
        || !facts.cookies.refused.is_empty()
    {
        return None;
    }
    let said = facts.said.cause(ID).is_some();
    let finding = if let Some(at) = silent_sign_in(facts) {
        let host = facts
            .exchange
            .entries
            .get(at)
            .and_then(|entry| Url::parse(&entry.request.url))
            .map(|url| url.host)
            .unwrap_or_default();
        let finding = if sees_cookies(facts) {
            Finding::likely(Trust::History)
        } else {
            Finding::possible(Trust::History)
        };
        finding
            .variant("sign-in")
            .arg("setter", host)
            .because(Evidence::observed(Subject::History, "sign-in-set-none"))
    } else if acts_signed_in(facts) {
        Finding::likely(Trust::History).because(Evidence::observed(Subject::History, "signed-in"))
    } else if said {
        Finding::possible(Trust::Body)
            .variant("said")
            .because(Evidence::observed(Subject::Server, "said"))
    } else {
        return None;
    };
    Some(
        finding
            .hiding(&["no-credentials"])
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::frontend(Effort::Easy, "look"))
            .fix(Fix::backend(Effort::Medium, "set-it").snippet("cookie-lax")),
    )
}

/// A sign-in that succeeded at this site and set no cookie that could carry a session, nor gave a token that the
/// page could send.
fn silent_sign_in(facts: &Facts<'_>) -> Option<usize> {
    let gives_token = |at: &&usize| {
        facts
            .exchange
            .entries
            .get(**at)
            .is_some_and(|entry| Purpose::of(&entry.request) == Purpose::Token)
    };
    let at = *facts
        .history
        .sign_ins
        .last()
        .filter(|at| !gives_token(at))?;
    let sets = facts.cookies.set.iter().any(|(set, one)| {
        *set >= at
            && *set < facts.failing.index
            && matches!(
                CookieRole::of(&one.name),
                CookieRole::Session | CookieRole::Unknown
            )
    });
    (!sets && facts.challenges.is_empty()).then_some(at)
}

/// Whether somebody signed out and not in again: then nothing is missing.
fn signed_out(facts: &Facts<'_>) -> bool {
    facts.history.sign_outs.last().is_some_and(|out| {
        facts
            .history
            .sign_ins
            .last()
            .is_none_or(|signed_in| signed_in < out)
    })
}

/// Whether cookies can be seen at all: files are often cut of every cookie before they are handed on.
fn sees_cookies(facts: &Facts<'_>) -> bool {
    facts.exchange.jar.is_some()
        || facts.exchange.entries.iter().any(|entry| {
            entry.request.header("cookie").is_some()
                || entry.response.header("set-cookie").is_some()
        })
}

/// Requests to the same host before it carried a session cookie and were accepted.
fn acts_signed_in(facts: &Facts<'_>) -> bool {
    // Without the jar a cookie that is gone and one that the request's mode left at home look the same.
    if facts.exchange.jar.is_none() && facts.cors.applies {
        return false;
    }
    let carried = |at: &usize| {
        facts.exchange.entries.get(*at).is_some_and(|entry| {
            let here =
                Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host());
            here && facts.carried.at(*at).has_session_cookie()
        })
    };
    facts
        .history
        .accepted_before
        .iter()
        .chain(&facts.history.accepted_elsewhere)
        .any(carried)
}
