//! Someone who had signed in has no session cookie for this host, and nothing shows how it went.

use serde_json::Value;

use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{CookieRole, Purpose};
use crate::http::url::Url;

const ID: &str = "cookie-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

const SILENT: Signal = Signal::Own("a sign-in succeeded and set no cookie", is_silent);
const BY_SIGN_IN: &[Because] = &[Because::observed(Subject::History, "sign-in-set-none")];
const SETTER: &[Fill] = &[("setter", setter)];

static RULES: Rules = Rules {
    when: &[Signal::WantsCookie],
    unless: &[
        Signal::AuthorizationSent,
        Signal::KeySent,
        Signal::SessionCookieSent,
        Signal::Own("nobody signed in after a sign-out", is_signed_out),
        Signal::Own("a cookie was withheld", is_withheld),
        Signal::Own("a Set-Cookie was rejected", is_rejected),
    ],
    rows: &[
        Rule::likely("silent-sign-in", Trust::History)
            .when(&[SILENT, Signal::Own("cookies can be seen", sees_cookies)])
            .variant("sign-in")
            .with(SETTER)
            .because(BY_SIGN_IN),
        Rule::possible("silent-sign-in-unseen", Trust::History)
            .when(&[SILENT])
            .variant("sign-in")
            .with(SETTER)
            .because(BY_SIGN_IN),
        Rule::likely("signed-in", Trust::History)
            .when(&[Signal::Own(
                "requests with a session's cookie were accepted",
                acts_signed_in,
            )])
            .because(&[Because::observed(Subject::History, "signed-in")]),
        Rule::possible("said", Trust::Body)
            .when(&[Signal::Said(ID)])
            .variant("said")
            .because(&[Because::observed(Subject::Server, "said")]),
    ],
    hides: &["no-credentials"],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::frontend(Effort::Easy, "look"),
        Repair::backend(Effort::Medium, "set-it").snippet("cookie-lax"),
    ],
    ..Rules::BARE
};

fn is_withheld(facts: &Facts<'_>) -> bool {
    !facts.cookies.home.is_empty()
}

fn is_rejected(facts: &Facts<'_>) -> bool {
    !facts.cookies.refused.is_empty()
}

fn is_silent(facts: &Facts<'_>) -> bool {
    silent_sign_in(facts).is_some()
}

/// The host of that sign-in.
fn setter(facts: &Facts<'_>) -> Value {
    let host = silent_sign_in(facts)
        .and_then(|at| facts.exchange.entries.get(at))
        .and_then(|entry| Url::parse(&entry.request.url))
        .map(|url| url.host);
    host.unwrap_or_default().into()
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
fn is_signed_out(facts: &Facts<'_>) -> bool {
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
