//! The cookie of a fresh session arrives, and the server does not take it for this request.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::reason::StoreReason;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::history::is_accepted;
use crate::facts::names::{CookieRole, Purpose};
use crate::http::url::Url;
use crate::knowledge::Trait;
use crate::token::credential::Kind;

const ID: &str = "session-ignored";

/// So long after it was set no session has ended for its age; in milliseconds.
const FRESH: i64 = 60_000;

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    when: &[
        Signal::WantsCookie,
        Signal::Own("a session's cookie was sent", |facts| {
            first(facts).is_some()
        }),
    ],
    unless: &[
        Signal::AuthorizationSent,
        Signal::OtherFaultNamed,
        Signal::Own("this address accepted the same session", accepts_here),
    ],
    rows: &[
        Rule::said("said", ID).because(&[Because::observed(Subject::Server, "said")]),
        // Who renews the cookie with every response, and here does not, never opened the session.
        Rule::likely("not-renewed-here", Trust::History)
            .when(&[Signal::Own(
                "other responses renew the session's cookie each time, this one does not",
                is_not_renewed,
            )])
            .because(&[Because::observed(Subject::History, "renewed-elsewhere")])
            .hides(&["session-expired"]),
        Rule::likely("nobody-here", Trust::History)
            .when(&[
                Signal::Own(
                    "the same session was accepted elsewhere a moment before",
                    is_known_elsewhere,
                ),
                Signal::Said("no-credentials"),
            ])
            .because(&[Because::observed(Subject::History, "accepted-elsewhere")])
            .hides(&["session-expired", "no-credentials"]),
        Rule::likely("just-set", Trust::History)
            .when(&[Signal::Own(
                "a sign-in set the cookie a moment before",
                is_just_set,
            )])
            .because(&[Because::observed(Subject::History, "just-set")])
            .hides(&["session-expired"]),
    ],
    fills: &[("cookie", cookie)],
    fixes: &[
        Repair::backend(Effort::Easy, "list-stateful")
            .when(&[Signal::AnsweredWith(Trait::ListsItsPages)]),
        Repair::backend(Effort::Easy, "same-session"),
    ],
    ..Rules::BARE
};

/// The cookie that carries a session by its name and is no token by itself: tokens have causes of their own.
fn first<'a>(facts: &'a Facts<'_>) -> Option<&'a SentCookie> {
    let mut sent = facts.session_cookies().into_iter();
    sent.find(|one| {
        one.role == CookieRole::Session
            && !is_signature(&one.name)
            && !matches!(one.credential.kind, Kind::Jwt(_) | Kind::JwtBroken(_))
    })
}

/// Whether a cookie is only the signature of another: `session.sig` of `session`, as cookie-session and Koa set them.
fn is_signature(name: &str) -> bool {
    matches!(name.rsplit_once('.'), Some((_, "sig")))
}

fn cookie(facts: &Facts<'_>) -> Value {
    first(facts).map(|one| one.name.clone()).into()
}

fn is_known_elsewhere(facts: &Facts<'_>) -> bool {
    facts.accepted_a_moment_ago()
}

/// Whether the same request was accepted before or after: then the server does take sessions here.
fn accepts_here(facts: &Facts<'_>) -> bool {
    let history = &facts.history;
    !history.accepted_before.is_empty()
        || !history.accepted_after.is_empty()
        || facts.knows_after(&facts.session_cookies())
}

/// Whether at least two responses of this origin to requests with the cookie set it again, the last less than a minute
/// before, and the failing one does not. An accepted call that did not set it either shows another habit: the page
/// sets it, and its calls do not.
fn is_not_renewed(facts: &Facts<'_>) -> bool {
    let Some(cookie) = first(facts) else {
        return false;
    };
    let renews = |at: usize| {
        facts.cookies.set.iter().any(|(place, one)| {
            *place == at
                && one.name == cookie.name
                && !one.reasons.contains(&StoreReason::AlreadyExpired)
        })
    };
    let earlier = facts.exchange.entries.iter().take(facts.failing.index);
    let asked: Vec<usize> = earlier
        .enumerate()
        .filter(|(at, entry)| {
            facts.carried.at(*at).has_cookie(&cookie.name) && is_answered_by_code(facts, entry)
        })
        .map(|(at, _)| at)
        .collect();
    !renews(facts.failing.index)
        && asked.len() >= 2
        && asked.iter().all(|at| renews(*at))
        && asked.last().is_some_and(|at| is_fresh(facts, *at))
}

/// Whether a program of this origin accepted the request, no file of its own: a page, or a call of a script.
fn is_answered_by_code(facts: &Facts<'_>, entry: &Entry) -> bool {
    let asks = matches!(Purpose::of(&entry.request), Purpose::Other | Purpose::Probe);
    let of_code = matches!(
        entry.resource,
        Resource::Document | Resource::Fetch | Resource::Xhr
    );
    asks && of_code && is_accepted(entry) && is_of_origin(facts, entry)
}

/// Whether a sign-in at this origin set the very value that was sent, less than a minute before, and nobody took it.
fn is_just_set(facts: &Facts<'_>) -> bool {
    let Some(cookie) = first(facts) else {
        return false;
    };
    let set = facts.cookies.set.iter().rev().find(|(at, one)| {
        *at < facts.failing.index && one.name == cookie.name && cookie.holds(&one.cookie.value)
    });
    set.is_some_and(|(at, _)| {
        let entry = facts.exchange.entries.get(*at);
        facts.history.sign_ins.contains(at)
            && is_fresh(facts, *at)
            && entry.is_some_and(|entry| is_of_origin(facts, entry))
            && !facts.knew_before(&[cookie])
    })
}

/// Whether the entry at this place began less than a minute before the failing one.
fn is_fresh(facts: &Facts<'_>, at: usize) -> bool {
    let then = facts
        .exchange
        .entries
        .get(at)
        .and_then(|entry| entry.started);
    then.zip(facts.entry().started)
        .is_some_and(|(then, now)| (0..=FRESH).contains(&now.saturating_sub(then)))
}

fn is_of_origin(facts: &Facts<'_>, entry: &Entry) -> bool {
    Url::parse(&entry.request.url)
        .is_some_and(|url| url.origin().to_string() == facts.request.origin())
}
