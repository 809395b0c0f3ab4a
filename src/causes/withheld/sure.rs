//! How sure it is that the cookie which never reached the server made the difference: what leaves that open.

use super::deciding::{is_for_renewal, names_renewal, rejected, status, withheld};
use super::wanted::{asks_for_header, works_without};
use crate::cookie::path::path_match;
use crate::cookie::reason::{SendReason, Sureness};
use crate::facts::Facts;
use crate::facts::cookies::AtHome;
use crate::facts::names::{CookieRole, Purpose};
use crate::facts::request::is_local;
use crate::http::url::Url;

/// Whether the withheld cookie is of another host.
pub(super) fn is_of_other_host(facts: &Facts<'_>) -> bool {
    withheld(facts).is_some_and(of_other_host)
}

/// Whether the withheld cookie is of another path.
pub(super) fn is_of_other_path(facts: &Facts<'_>) -> bool {
    withheld(facts).is_some_and(of_other_path)
}

fn of_other_host(one: &AtHome) -> bool {
    one.verdict.reasons.contains(&SendReason::DomainMismatch)
}

fn of_other_path(one: &AtHome) -> bool {
    one.verdict.reasons.contains(&SendReason::NotOnPath)
}

/// Whether another host or path has a session of its own, and the withheld cookie is of that.
pub(super) fn is_of_other_application(facts: &Facts<'_>) -> bool {
    withheld(facts).is_some_and(|one| {
        of_other_host(one) && !shares_session(facts, one)
            || of_other_path(one) && !leads_here(facts, one)
    })
}

/// Whether a session's cookie was sent, and the withheld one is of another host or path.
pub(super) fn is_beside_its_session(facts: &Facts<'_>) -> bool {
    facts.credentials.has_session_cookie()
        && !facts.credentials.has_authorization()
        && !facts.credentials.has_key()
        && withheld(facts).is_some_and(|one| of_other_host(one) || of_other_path(one))
}

/// Whether the same; that a renewal's cookie stayed away is told apart, for access tokens are sent in another way.
pub(super) fn works_without_this(facts: &Facts<'_>) -> bool {
    let renewal =
        facts.request.purpose == Purpose::Refresh && withheld(facts).is_some_and(is_for_renewal);
    !renewal && works_without(facts)
}

/// Whether the browser's rule is not one that can be recomputed.
pub(super) fn is_withheld_unsurely(facts: &Facts<'_>) -> bool {
    withheld(facts).is_some_and(|one| !is_known(one.verdict.sureness))
}

fn is_known(sureness: Sureness) -> bool {
    matches!(sureness, Sureness::Exact | Sureness::Strong)
}

/// Whether the name does not say that the cookie carries a session.
pub(super) fn is_unnamed(facts: &Facts<'_>) -> bool {
    withheld(facts).is_some_and(|one| one.role != CookieRole::Session)
}

/// Whether the cookie is of another host, or of another path and no sign-in that was seen set it.
pub(super) fn is_foreign(facts: &Facts<'_>) -> bool {
    withheld(facts).is_some_and(|one| {
        let by_sign_in = one
            .set_at
            .is_some_and(|at| facts.history.sign_ins.contains(&at));
        of_other_host(one) || (of_other_path(one) && !by_sign_in)
    })
}

/// Whether the server asks for another kind of credentials, and the cookie was not seen set.
pub(super) fn is_not_asked_for(facts: &Facts<'_>) -> bool {
    asks_for_header(facts) && withheld(facts).is_some_and(|one| one.set_at.is_none())
}

/// Whether the browser's rule for the rejected cookie is not one that can be recomputed, or the cookie was seen in the jar.
pub(super) fn is_rejected_unsurely(facts: &Facts<'_>) -> bool {
    rejected(facts).is_some_and(|(_, one)| !is_known(one.sureness) || one.observed == Some(true))
}

/// Whether the name of the rejected cookie says that it is for renewing tokens.
pub(super) fn is_rejected_for_renewal(facts: &Facts<'_>) -> bool {
    rejected(facts).is_some_and(|(_, one)| names_renewal(&one.name))
}

/// Whether the request renews a token: its address says so, or it posts nothing that authenticates, as to
/// `/admin/access-token`, where the page sent a token to this host before.
pub(super) fn is_renewal(facts: &Facts<'_>) -> bool {
    let posts = facts.request.method == "POST";
    let mut before = facts.exchange.entries.iter().take(facts.failing.index);
    facts.request.purpose == Purpose::Refresh
        || posts
            && before.any(|entry| {
                entry.request.header("authorization").is_some()
                    && Url::parse(&entry.request.url)
                        .is_some_and(|url| url.host == facts.request.host())
            })
}

/// Whether the rejected `Set-Cookie` is not one of a sign-in. A redirect that sets a session is how sign-ins through
/// another site end.
pub(super) fn is_not_of_sign_in(facts: &Facts<'_>) -> bool {
    rejected(facts).is_some_and(|(at, one)| {
        let named = CookieRole::of(&one.name) == CookieRole::Session;
        let redirect = (300..400).contains(&status(facts, at));
        let by_sign_in = facts.history.sign_ins.contains(&at) || (named && redirect);
        !by_sign_in
    })
}

/// Whether a sibling's session is likely this host's too: it was seen set, it is the page's own, the two are www and
/// apex, both are names of this machine, or both are called as back ends are. Other siblings have sessions of their own.
fn shares_session(facts: &Facts<'_>, one: &AtHome) -> bool {
    let owner = one.verdict.domain.as_str();
    let host = facts.request.host();
    let bare = |name: &str| name.strip_prefix("www.").unwrap_or(name).to_owned();
    let of = |url: Option<&Url>| url.is_some_and(|url| url.host == owner);
    one.set_at.is_some()
        || bare(owner) == bare(host)
        || of(facts.request.sender.as_ref())
        || of(facts.request.page.as_ref())
        || (is_local(owner) && is_local(host))
        || (is_back_end(owner) && is_back_end(host))
}

/// Whether the host has a name that the one back end of a site has, as `api.` or `server.`.
fn is_back_end(host: &str) -> bool {
    let label = host.split('.').next().unwrap_or_default();
    let label = label.trim_end_matches(|last: char| last.is_ascii_digit() || last == '-');
    [
        "api", "apis", "server", "backend", "back", "gateway", "gw", "rest", "be",
    ]
    .iter()
    .any(|name| {
        label == *name
            || label.ends_with(&format!("-{name}"))
            || label.starts_with(&format!("{name}-"))
    })
}

/// Whether a cookie of another path is likely this address's too: it was seen set, the page that asks has it, or its
/// path is one for signing in. Applications side by side on one host have sessions of their own.
fn leads_here(facts: &Facts<'_>, one: &AtHome) -> bool {
    let folder = one.verdict.path.as_str();
    let asks = facts
        .request
        .sender
        .iter()
        .chain(&facts.request.page)
        .any(|url| url.host == facts.request.host() && path_match(&url.path, folder));
    let signs_in = [
        "auth", "login", "signin", "session", "sso", "account", "user", "api",
    ]
    .iter()
    .any(|word| folder.to_ascii_lowercase().contains(word));
    let renews = facts.request.purpose == Purpose::Refresh && is_for_renewal(one);
    one.set_at.is_some() || asks || signs_in || renews
}
