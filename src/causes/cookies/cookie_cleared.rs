//! Something deleted the cookies: `Clear-Site-Data`, a privacy tool, a cleaner, clear-on-exit.

use crate::causes::withheld::{EXPLAINED_BY_LOSS, blames_other, lacks_session, session_lost};
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::reason::StoreReason;
use crate::cookie::site;
use crate::cookie::target::Target;
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::{Entry, LossCause};
use crate::facts::Facts;
use crate::facts::names::CookieRole;
use crate::http::url::Url;

const ID: &str = "cookie-cleared";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if !lacks_session(facts) {
        return None;
    }
    let mut finding = by_header(facts)
        .or_else(|| by_loss(facts))
        .or_else(|| by_recurrence(facts))?;
    if blames_other(facts) {
        finding.confidence = Confidence::Possible;
    }
    Some(
        finding
            .hiding(EXPLAINED_BY_LOSS)
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::person(Effort::Medium, "find-the-cleaner"))
            .fix(Fix::backend(Effort::Easy, "narrow")),
    )
}

/// An answer of the same site had the browser delete the site's cookies (Clear Site Data, 3.1): those of the whole
/// registrable domain. A sign-out at the host itself means it, and a sign-in after it mends it.
fn by_header(facts: &Facts<'_>) -> Option<Finding> {
    let before = facts
        .exchange
        .entries
        .iter()
        .enumerate()
        .take(facts.failing.index);
    let (at, entry) = before.rev().find(|(_, entry)| {
        clears(entry)
            && host(entry).is_some_and(|host| site::of_host(&host) == facts.request.site())
    })?;
    let meant = facts.history.sign_outs.contains(&at)
        && host(entry).as_deref() == Some(facts.request.host());
    if meant
        || facts
            .history
            .sign_ins
            .iter()
            .any(|signed_in| *signed_in > at)
    {
        return None;
    }
    let had =
        facts.history.signed_in() || (0..=at).any(|at| facts.carried.at(at).has_session_cookie());
    let finding = if had {
        Finding::certain(Trust::Browser)
    } else {
        Finding::likely(Trust::Browser)
    };
    Some(
        finding
            .variant("header")
            .arg("by", host(entry).unwrap_or_default())
            .because(Evidence::observed(Subject::Header, "clear-site-data")),
    )
}

/// Browsers heed the field on trustworthy connections only.
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

/// The browser told that a session's cookie was removed by a call or a person, and not by the site's own sign-out.
fn by_loss(facts: &Facts<'_>) -> Option<Finding> {
    let removed = |cause: LossCause| matches!(cause, LossCause::Explicit | LossCause::Evicted);
    // Firefox tells of a server's own deletion in the same word.
    let deleted =
        |name: &str| {
            facts.cookies.set.iter().any(|(_, one)| {
                one.name == name && one.reasons.contains(&StoreReason::AlreadyExpired)
            })
        };
    let loss = session_lost(facts, removed).find(|loss| !deleted(&loss.name))?;
    facts.history.sign_outs.is_empty().then(|| {
        Finding::likely(Trust::Browser)
            .variant("loss")
            .arg("cookie", loss.name.as_str())
            .because(Evidence::observed(Subject::Browser, "removed"))
    })
}

/// Signed in more than once, each time with a cookie that browsers keep, and each time it was gone again.
fn by_recurrence(facts: &Facts<'_>) -> Option<Finding> {
    let empty = facts.exchange.jar.as_ref().is_some_and(|jar| {
        !jar.iter()
            .any(|cookie| CookieRole::of(&cookie.name) == CookieRole::Session)
    });
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
    let times = facts.history.sign_ins.iter().filter(kept).count();
    (empty && times >= 2 && facts.history.sign_outs.is_empty()).then(|| {
        Finding::likely(Trust::Browser)
            .variant("again")
            .arg("count", times)
            .because(Evidence::observed(Subject::History, "signed-in-again"))
    })
}
