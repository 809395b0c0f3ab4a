//! Something deleted the cookies: `Clear-Site-Data`, a privacy tool, a cleaner, clear-on-exit.

use serde_json::Value;

use crate::causes::withheld::loss::{EXPLAINED_BY_LOSS, session_lost};
use crate::causes::{Because, Cause, Fill, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::reason::StoreReason;
use crate::cookie::site;
use crate::cookie::target::Target;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Loss, LossCause};
use crate::facts::Facts;
use crate::facts::names::CookieRole;
use crate::http::url::Url;

const ID: &str = "cookie-cleared";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

const CLEARED: Signal = Signal::Own("Clear-Site-Data had the cookies deleted", is_cleared);
const REMOVED: Signal = Signal::Own(
    "the browser tells that a session's cookie was removed",
    is_removed,
);
const AGAIN: Signal = Signal::Own(
    "each of several sign-ins set a cookie, and the jar has none",
    is_gone_again,
);
const BY_FIELD: &[Because] = &[Because::observed(Subject::Header, "clear-site-data")];
const BY_EVENT: &[Because] = &[Because::observed(Subject::Browser, "removed")];
const BY_SIGN_INS: &[Because] = &[Because::observed(Subject::History, "signed-in-again")];
const CLEARED_FILLS: &[Fill] = &[("by", by)];
const REMOVED_FILLS: &[Fill] = &[("cookie", removed_name)];
const AGAIN_FILLS: &[Fill] = &[("count", count)];

static RULES: Rules = Rules {
    when: &[Signal::WantsCookie],
    unless: &[Signal::AuthorizationSent, Signal::SessionCookieSent],
    rows: &[
        Rule::certain("header-in-session", Trust::Browser)
            .when(&[
                CLEARED,
                Signal::Own("there was a session before", had_session),
            ])
            .unless(&[Signal::OtherFaultNamed])
            .variant("header")
            .with(CLEARED_FILLS)
            .because(BY_FIELD),
        Rule::likely("header", Trust::Browser)
            .when(&[CLEARED])
            .unless(&[Signal::OtherFaultNamed])
            .variant("header")
            .with(CLEARED_FILLS)
            .because(BY_FIELD),
        Rule::possible("header-perhaps", Trust::Browser)
            .when(&[CLEARED])
            .variant("header")
            .with(CLEARED_FILLS)
            .because(BY_FIELD),
        Rule::likely("removed", Trust::Browser)
            .when(&[REMOVED])
            .unless(&[Signal::SignedOut, Signal::OtherFaultNamed])
            .variant("loss")
            .with(REMOVED_FILLS)
            .because(BY_EVENT),
        Rule::possible("removed-perhaps", Trust::Browser)
            .when(&[REMOVED])
            .unless(&[Signal::SignedOut])
            .variant("loss")
            .with(REMOVED_FILLS)
            .because(BY_EVENT),
        Rule::likely("gone-again", Trust::Browser)
            .when(&[AGAIN])
            .unless(&[Signal::SignedOut, Signal::OtherFaultNamed])
            .variant("again")
            .with(AGAIN_FILLS)
            .because(BY_SIGN_INS),
        Rule::possible("gone-again-perhaps", Trust::Browser)
            .when(&[AGAIN])
            .unless(&[Signal::SignedOut])
            .variant("again")
            .with(AGAIN_FILLS)
            .because(BY_SIGN_INS),
    ],
    hides: EXPLAINED_BY_LOSS,
    fixes: &[
        Repair::person(Effort::Easy, "fix.sign-in-again"),
        Repair::person(Effort::Medium, "find-the-cleaner"),
        Repair::backend(Effort::Easy, "narrow"),
    ],
    ..Rules::BARE
};

/// The last response of the same site that had the browser delete the site's cookies (Clear Site Data, 3.1): those of
/// the whole registrable domain. A sign-out at the host itself means it, and a sign-in after it makes up for it.
fn clearing<'a>(facts: &'a Facts<'_>) -> Option<(usize, &'a Entry)> {
    let entries = facts.exchange.entries.iter().enumerate();
    let mut before = entries.take(facts.failing.index).rev();
    let (at, entry) = before.find(|(_, entry)| {
        clears(entry)
            && host(entry).is_some_and(|host| site::of_host(&host) == facts.request.site())
    })?;
    let meant = facts.history.sign_outs.contains(&at)
        && host(entry).as_deref() == Some(facts.request.host());
    let mut sign_ins = facts.history.sign_ins.iter();
    (!meant && !sign_ins.any(|signed_in| *signed_in > at)).then_some((at, entry))
}

/// Whether the browser heeds the field: on trustworthy connections only.
fn clears(entry: &Entry) -> bool {
    let trusted =
        Target::parse(&entry.request.url).is_some_and(|target| site::trustworthy(&target, true));
    trusted
        && entry
            .response
            .headers("clear-site-data")
            .any(|value| value.contains("\"cookies\"") || value.contains("\"*\""))
}

fn host(entry: &Entry) -> Option<String> {
    Url::parse(&entry.request.url).map(|url| url.host)
}

fn is_cleared(facts: &Facts<'_>) -> bool {
    clearing(facts).is_some()
}

fn had_session(facts: &Facts<'_>) -> bool {
    facts.history.signed_in()
        || clearing(facts)
            .is_some_and(|(at, _)| (0..=at).any(|at| facts.carried.at(at).has_session_cookie()))
}

fn by(facts: &Facts<'_>) -> Value {
    let host = clearing(facts).and_then(|(_, entry)| host(entry));
    host.unwrap_or_default().into()
}

/// What the browser told of a session's cookie that a call or a person removed, and not the site's own `Set-Cookie`:
/// of that Firefox tells in the same word.
fn removed<'a>(facts: &'a Facts<'_>) -> Option<&'a Loss> {
    let deleted =
        |name: &str| {
            facts.cookies.set.iter().any(|(_, one)| {
                one.name == name && one.reasons.contains(&StoreReason::AlreadyExpired)
            })
        };
    let removed = |cause| matches!(cause, LossCause::Explicit | LossCause::Evicted);
    session_lost(facts, removed).find(|loss| !deleted(&loss.name))
}

fn is_removed(facts: &Facts<'_>) -> bool {
    removed(facts).is_some()
}

fn removed_name(facts: &Facts<'_>) -> Value {
    removed(facts).map(|loss| loss.name.as_str()).into()
}

/// How many sign-ins set a cookie that browsers keep and that could carry a session.
fn kept_sign_ins(facts: &Facts<'_>) -> usize {
    let kept = |at: &&usize| {
        facts.cookies.set.iter().any(|(set, one)| {
            let carries = match CookieRole::of(&one.name) {
                CookieRole::Session => true,
                CookieRole::Unknown => one.cookie.http_only,
                CookieRole::Csrf | CookieRole::Aside => false,
            };
            set == *at && carries && one.expected
        })
    };
    facts.history.sign_ins.iter().filter(kept).count()
}

fn is_gone_again(facts: &Facts<'_>) -> bool {
    let empty = facts.exchange.jar.as_ref().is_some_and(|jar| {
        !jar.iter()
            .any(|cookie| CookieRole::of(&cookie.name) == CookieRole::Session)
    });
    empty && kept_sign_ins(facts) >= 2
}

fn count(facts: &Facts<'_>) -> Value {
    kept_sign_ins(facts).into()
}
