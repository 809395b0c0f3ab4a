//! The session cookie was sent and the server no longer accepts it.

use serde_json::Value;

use crate::causes::withheld::loss::covers;
use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::reason::StoreReason;
use crate::cookie::verdict::SetCookieVerdict;
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::names::{CookieRole, Purpose};
use crate::http::url::Url;

const ID: &str = "session-expired";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

const COOKIE: Signal = Signal::Own("a cookie was sent that could carry a session", is_sent);
const SESSION: Signal = Signal::Own("its name says that it carries a session", is_named);
const PLAIN_SIGN_IN: Signal =
    Signal::Own("it is a sign-in that needs no session", is_plain_sign_in);
const KNOWN_BEFORE: Signal = Signal::Own("the cookie was accepted before", is_known_before);
const KNOWN_AFTER: Signal = Signal::Own("the cookie was accepted afterwards", is_known_after);
const SAID: &[Because] = &[Because::observed(Subject::Server, "said")];
const BEFORE: &[Because] = &[Because::observed(Subject::History, "accepted-before")];
const SENT: &[Because] = &[Because::observed(Subject::Cookie, "sent")];
const NAME: &[Fill] = &[("cookie", name)];
/// What keeps the history of the cookie from telling.
const UNLESS_OTHER: &[Signal] = &[Signal::AuthorizationSent, PLAIN_SIGN_IN];
const UNLESS_KNOWN_AFTER: &[Signal] = &[Signal::AuthorizationSent, PLAIN_SIGN_IN, KNOWN_AFTER];
const UNLESS_SIGN_IN: &[Signal] = &[Signal::AuthorizationSent, Signal::Purpose(Purpose::SignIn)];

static RULES: Rules = Rules {
    unless: &[Signal::OnPreflight, Signal::SeenStatus(407)],
    rows: &[
        // "Invalid session" is the beginning of longer sentences that go on with why it could not be looked up.
        Rule::heard("named-with-more", Confidence::Possible, ID)
            .when(&[
                Signal::Named(ID),
                COOKIE,
                Signal::Own("the server names what befell the session", is_more_named),
            ])
            .with(NAME)
            .because(SAID),
        Rule::heard("named-of-session", Confidence::Certain, ID)
            .when(&[Signal::Named(ID), SESSION])
            .unless(&[Signal::AuthorizationSent])
            .with(NAME)
            .because(SAID),
        Rule::heard("named", Confidence::Likely, ID)
            .when(&[Signal::Named(ID), COOKIE])
            .with(NAME)
            .because(SAID),
        Rule::heard("named-none-sent", Confidence::Likely, ID)
            .when(&[Signal::Named(ID)])
            .variant("none-sent")
            .with(NAME)
            .because(SAID),
        Rule::heard("hinted", Confidence::Likely, ID)
            .when(&[COOKIE])
            .unless(&[Signal::AuthorizationSent])
            .with(NAME)
            .because(SAID),
        Rule::likely("accepted-without", Trust::History)
            .when(&[
                COOKIE,
                Signal::Own("the same was accepted without it", is_accepted_without),
            ])
            .unless(UNLESS_OTHER)
            .variant("stale")
            .with(NAME)
            .because(&[Because::observed(Subject::History, "accepted-without")])
            .hides(&["login-rejected"]),
        Rule::likely("deleted", Trust::Header)
            .when(&[Signal::Own("the response deletes the cookie", is_deleted)])
            .unless(UNLESS_OTHER)
            .with(NAME)
            .because(&[Because::observed(Subject::Cookie, "cleared")]),
        // Whom the server knew at another address a moment ago, it mostly knows still.
        Rule::possible("accepted-elsewhere-just-now", Trust::Typical)
            .when(&[
                KNOWN_BEFORE,
                Signal::Own("only elsewhere, a moment ago", is_known_elsewhere),
            ])
            .unless(UNLESS_KNOWN_AFTER)
            .with(NAME)
            .because(BEFORE),
        Rule::likely("accepted-before", Trust::History)
            .when(&[KNOWN_BEFORE])
            .unless(UNLESS_KNOWN_AFTER)
            .with(NAME)
            .because(BEFORE),
        Rule::likely("redirected", Trust::History)
            .when(&[
                Signal::AsksSignIn,
                Signal::Own(
                    "a request with a session's cookie was redirected",
                    is_redirected,
                ),
            ])
            .unless(&[Signal::AuthorizationSent])
            .variant("redirect")
            .with(&[("cookie", redirected_name), ("asked", asked)])
            .because(&[Because::observed(Subject::History, "sent-on")])
            .hides(&["cors-credentials", "cors-hides-401"]),
        Rule::likely("deleted-before", Trust::History)
            .when(&[
                Signal::WantsCookie,
                Signal::Own("an earlier refusal deleted the cookie", is_deleted_before),
            ])
            .unless(&[COOKIE, Signal::AuthorizationSent])
            .variant("earlier")
            .with(&[("cookie", deleted_before_name)])
            .because(&[Because::observed(Subject::History, "cleared-before")])
            .hides(&["no-credentials", "cookie-missing"]),
        Rule::possible("sent", Trust::Credential)
            .when(&[SESSION, Signal::NoChallenge])
            .unless(UNLESS_SIGN_IN)
            .variant("unsure")
            .with(NAME)
            .because(SENT),
        Rule::possible("sent-aside", Trust::Typical)
            .when(&[COOKIE])
            .unless(UNLESS_SIGN_IN)
            .variant("unsure")
            .with(NAME)
            .because(SENT),
    ],
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::person(Effort::Easy, "fix.clear-this-site"),
        Repair::frontend(Effort::Medium, "fix.send-to-sign-in").snippet("to-sign-in"),
        Repair::backend(Effort::Medium, "longer").snippet("session-store"),
    ],
    ..Rules::BARE
};

/// The cookie that most likely carried the session: one so named, else the first that could.
fn sent<'a>(facts: &'a Facts<'_>) -> Option<&'a SentCookie> {
    let all = facts.session_cookies();
    let named = all.iter().find(|cookie| cookie.role == CookieRole::Session);
    named.or(all.first()).copied()
}

fn is_sent(facts: &Facts<'_>) -> bool {
    sent(facts).is_some()
}

fn is_named(facts: &Facts<'_>) -> bool {
    sent(facts).is_some_and(|cookie| cookie.role == CookieRole::Session)
}

fn name(facts: &Facts<'_>) -> Value {
    sent(facts).map_or("", |cookie| cookie.name.as_str()).into()
}

fn is_more_named(facts: &Facts<'_>) -> bool {
    ["server-fault", "password-changed", "csrf"]
        .iter()
        .any(|id| facts.said.names(id))
}

fn is_accepted_without(facts: &Facts<'_>) -> bool {
    facts.credentials_matter()
}

fn is_plain_sign_in(facts: &Facts<'_>) -> bool {
    facts.request.purpose == Purpose::SignIn && !facts.credentials_matter()
}

fn is_deleted(facts: &Facts<'_>) -> bool {
    let sent = facts.session_cookies();
    facts.cookies.set.iter().any(|(at, one)| {
        *at == facts.failing.index
            && one.reasons.contains(&StoreReason::AlreadyExpired)
            && sent.iter().any(|cookie| cookie.name == one.name)
    })
}

fn is_known_before(facts: &Facts<'_>) -> bool {
    facts.knew_before(&facts.session_cookies())
}

fn is_known_after(facts: &Facts<'_>) -> bool {
    facts.knows_after(&facts.session_cookies())
}

fn is_known_elsewhere(facts: &Facts<'_>) -> bool {
    facts.history.accepted_before.is_empty() && facts.accepted_a_moment_ago()
}

/// The request that was redirected to where this one failed, and the session's cookie that it carried.
fn redirected<'a>(facts: &'a Facts<'_>) -> Option<(&'a Entry, &'a SentCookie)> {
    let at = *facts.history.redirects.first()?;
    let first = facts.exchange.entries.get(at)?;
    let mut cookies = facts.carried.at(at).cookies.iter().flatten();
    let cookie = cookies.find(|cookie| cookie.role == CookieRole::Session)?;
    Some((first, cookie))
}

fn is_redirected(facts: &Facts<'_>) -> bool {
    redirected(facts).is_some()
}

fn redirected_name(facts: &Facts<'_>) -> Value {
    redirected(facts)
        .map(|(_, cookie)| cookie.name.as_str())
        .into()
}

/// The host that was asked first.
fn asked(facts: &Facts<'_>) -> Value {
    let url = redirected(facts).and_then(|(first, _)| Url::parse(&first.request.url));
    url.map(|url| url.host).unwrap_or_default().into()
}

/// The session's cookie that a request just before carried and that its refusal deleted; so this one carries none.
fn deleted_before<'a>(facts: &'a Facts<'_>) -> Option<&'a SetCookieVerdict> {
    let sign_in = facts.history.sign_ins.last();
    let since = sign_in.map_or(0, |at| at.saturating_add(1));
    let mut set = facts.cookies.set.iter().rev();
    let found = set.find(|(at, one)| {
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
    });
    found.map(|(_, one)| one)
}

fn is_deleted_before(facts: &Facts<'_>) -> bool {
    deleted_before(facts).is_some()
}

fn deleted_before_name(facts: &Facts<'_>) -> Value {
    deleted_before(facts).map(|one| one.name.as_str()).into()
}
