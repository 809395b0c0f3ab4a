//! Two cookies of one name were sent, and the server may read the stale one.

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::names::CookieRole;

const ID: &str = "cookie-shadowed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    when: &[Signal::WantsCookie],
    unless: &[Signal::AuthorizationSent],
    rows: &[
        Rule::likely("session-twice", Trust::Browser)
            .when(&[Signal::Own(
                "a session's cookie was sent twice with different values",
                is_session_twice,
            )])
            .unless(&[Signal::OtherFaultNamed])
            .hides(&["session-expired", "refresh-failed", "token-invalid"]),
        // What a cookie is for shows in its name only; any other than a session's may well be there twice without harm.
        Rule::possible("twice", Trust::Browser)
            .when(&[Signal::Own(
                "a cookie was sent twice with different values",
                is_twice,
            )])
            .unless(&[Signal::SessionCookieSent]),
    ],
    because: &[Because::observed(Subject::Cookie, "twice")],
    fills: &[
        ("cookie", name),
        ("copies", copies),
        ("owners", owner_names),
    ],
    variants: &[(
        "unread",
        &[Signal::Own(
            "the jar does not show whose they are",
            is_unread,
        )],
    )],
    fixes: &[
        Repair::person(Effort::Easy, "fix.clear-this-site"),
        Repair::backend(Effort::Easy, "delete-the-old").snippet("cookie-delete"),
    ],
    ..Rules::BARE
};

/// The first cookie that was sent twice with different values and could carry a session, those so named first.
fn twice<'a>(facts: &'a Facts<'_>) -> Option<&'a SentCookie> {
    let sent = &facts.credentials;
    sent.twice(CookieRole::Session)
        .or_else(|| sent.twice(CookieRole::Unknown))
}

fn is_twice(facts: &Facts<'_>) -> bool {
    twice(facts).is_some()
}

fn is_session_twice(facts: &Facts<'_>) -> bool {
    twice(facts).is_some_and(|cookie| cookie.role == CookieRole::Session)
}

fn name(facts: &Facts<'_>) -> Value {
    twice(facts).map(|cookie| cookie.name.as_str()).into()
}

fn copies(facts: &Facts<'_>) -> Value {
    let name = twice(facts).map(|cookie| &cookie.name);
    let cookies = facts.credentials.cookies.iter().flatten();
    cookies.filter(|one| Some(&one.name) == name).count().into()
}

/// The domain and path of each cookie of the jar of that name.
fn owners(facts: &Facts<'_>) -> Vec<String> {
    let name = twice(facts).map(|cookie| cookie.name.as_str());
    let jar = facts.exchange.jar.iter().flatten();
    jar.filter(|one| Some(one.name.as_str()) == name)
        .map(|one| format!("{}{}", one.domain, one.path))
        .collect()
}

fn owner_names(facts: &Facts<'_>) -> Value {
    owners(facts).into()
}

fn is_unread(facts: &Facts<'_>) -> bool {
    owners(facts).is_empty()
}
