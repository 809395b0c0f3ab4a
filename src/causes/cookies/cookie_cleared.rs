//! Something deleted the cookies: `Clear-Site-Data`, a privacy tool, a cleaner, clear-on-exit.

use crate::causes::withheld::sent_session;
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::site;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, LossCause};
use crate::facts::Facts;
use crate::facts::names::CookieRole;
use crate::http::url::Url;

const ID: &str = "cookie-cleared";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.has_authorization() || facts.failing.on_preflight() || sent_session(facts) {
        return None;
    }
    let finding = by_header(facts).or_else(|| by_loss(facts)).or_else(|| by_recurrence(facts))?;
    Some(
        finding
            .hiding(&["no-credentials", "authorization-missing", "cookie-missing", "session-expired"])
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::person(Effort::Medium, "find-the-cleaner"))
            .fix(Fix::backend(Effort::Easy, "narrow")),
    )
}

/// An answer of the same site had the browser delete the site's cookies (Clear Site Data, 3.1): those of the whole
/// registrable domain.
fn by_header(facts: &Facts<'_>) -> Option<Finding> {
    let before = facts.exchange.entries.iter().take(facts.failing.index);
    let entry = before.rev().find(|entry| clears(entry) && host(entry).is_some_and(|host| site::of_host(&host) == facts.request.site()))?;
    Some(
        Finding::certain(Trust::Browser)
            .variant("header")
            .arg("by", host(entry).unwrap_or_default())
            .because(Evidence::observed(Subject::Header, "clear-site-data")),
    )
}

fn clears(entry: &Entry) -> bool {
    entry.response.headers("clear-site-data").any(|value| value.contains("\"cookies\"") || value.contains("\"*\""))
}

fn host(entry: &Entry) -> Option<String> {
    Url::parse(&entry.request.url).map(|url| url.host)
}

/// The browser told that a session's cookie was removed by a call or a person, and not by the site's own sign-out.
fn by_loss(facts: &Facts<'_>) -> Option<Finding> {
    let removed = |cause: LossCause| matches!(cause, LossCause::Explicit | LossCause::Evicted);
    let loss = facts.exchange.losses.iter().rev().find(|loss| {
        let owner = loss.domain.trim_start_matches('.');
        removed(loss.cause) && matches!(CookieRole::of(&loss.name), CookieRole::Session) && site::of_host(owner) == facts.request.site()
    })?;
    facts.history.sign_outs.is_empty().then(|| {
        Finding::likely(Trust::Browser)
            .variant("loss")
            .arg("cookie", loss.name.as_str())
            .because(Evidence::observed(Subject::Browser, "removed"))
    })
}

/// Signed in more than once, and each time the cookie was gone again.
fn by_recurrence(facts: &Facts<'_>) -> Option<Finding> {
    let empty = facts.exchange.jar.as_ref().is_some_and(|jar| !jar.iter().any(|cookie| CookieRole::of(&cookie.name) == CookieRole::Session));
    let times = facts.history.sign_ins.len();
    (empty && times >= 2).then(|| {
        Finding::likely(Trust::Browser)
            .variant("again")
            .arg("count", times)
            .because(Evidence::observed(Subject::History, "signed-in-again"))
    })
}
