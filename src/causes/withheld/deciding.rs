//! Which cookie decided, and for which reason it was rejected or withheld.

use std::fmt;

use super::reason::Reason;
use super::wanted::wants_cookie;
use crate::cookie::reason::{SendReason, StoreReason, Twin};
use crate::cookie::site;
use crate::cookie::verdict::SetCookieVerdict;
use crate::diagnosis::Phase;
use crate::facts::Facts;
use crate::facts::cookies::AtHome;
use crate::facts::names::{CookieRole, Purpose};
use crate::facts::request::Relation;
use crate::http::url::Url;
use crate::knowledge::is_access_cookie;

/// The cookie that a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Its `Set-Cookie` was rejected, and that decided.
    Rejected(Reason),
    /// It was withheld, and that decided.
    Withheld(Reason),
    /// Another one decided, and this was withheld too.
    Another(Reason),
    /// The same, of a cookie whose path covers what was asked.
    AnotherOnPath(Reason),
}

impl Kept {
    /// Whether such a cookie is there.
    pub fn holds(self, facts: &Facts<'_>) -> bool {
        match (self, deciding(facts, self.reason())) {
            (Self::Rejected(_), Some(Cookie::Rejected(..)))
            | (Self::Withheld(_), Some(Cookie::Withheld(_)))
            | (Self::Another(_), Some(Cookie::Another(_))) => true,
            (Self::AnotherOnPath(_), Some(Cookie::Another(one))) => {
                !one.verdict.reasons.contains(&SendReason::NotOnPath)
            }
            _ => false,
        }
    }

    /// When it was kept from the server.
    pub fn phase(self) -> Phase {
        match self {
            Self::Rejected(_) => Phase::Store,
            _ => Phase::Send,
        }
    }

    /// Why.
    pub fn reason(self) -> Reason {
        match self {
            Self::Rejected(reason)
            | Self::Withheld(reason)
            | Self::Another(reason)
            | Self::AnotherOnPath(reason) => reason,
        }
    }
}

impl fmt::Display for Kept {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rejected(reason) => {
                write!(
                    formatter,
                    "the deciding Set-Cookie was rejected for {reason}"
                )
            }
            Self::Withheld(reason) => {
                write!(formatter, "the deciding cookie was withheld for {reason}")
            }
            Self::Another(reason) => write!(formatter, "another cookie was withheld for {reason}"),
            Self::AnotherOnPath(reason) => {
                write!(
                    formatter,
                    "another cookie of this path was withheld for {reason}"
                )
            }
        }
    }
}

/// A cookie that never reached the server.
#[derive(Clone, Copy, Debug)]
pub(in crate::causes) enum Cookie<'a> {
    /// Its `Set-Cookie` was rejected, and that decided.
    Rejected(&'a SetCookieVerdict),
    /// It was withheld, and that decided.
    Withheld(&'a AtHome),
    /// Another one decided, and this was withheld too.
    Another(&'a AtHome),
}

/// The cookie that was rejected or withheld for this reason; one that was rejected goes before one that was withheld.
pub(in crate::causes) fn deciding<'a>(facts: &'a Facts<'_>, reason: Reason) -> Option<Cookie<'a>> {
    if let Some((_, one)) =
        rejected(facts).filter(|(_, one)| Reason::of_storing(one) == Some(reason))
    {
        return Some(Cookie::Rejected(one));
    }
    let first = withheld(facts)?;
    if first.main_reason().and_then(Reason::of_sending) == Some(reason) {
        return Some(Cookie::Withheld(first));
    }
    another(facts, first, reason).map(Cookie::Another)
}

/// The `Set-Cookie` whose rejection decided, whatever its reason, and the entry that holds it. What a refusal sets is
/// a visitor's, which signs nobody in.
pub(super) fn rejected<'a>(facts: &'a Facts<'_>) -> Option<(usize, &'a SetCookieVerdict)> {
    if let Some(of_csrf) = rejected_for_csrf(facts) {
        return Some(of_csrf);
    }
    if !wants_cookie(facts) || facts.credentials.has_authorization() {
        return None;
    }
    let all = facts.cookies.refused.iter().map(|(at, one)| (*at, one));
    all.into_iter()
        .find(|(at, _)| !(400..600).contains(&status(facts, *at)))
}

/// The rejected `Set-Cookie` of a token against forged requests, where the server names that token: "CSRF cookie not set",
/// of a `csrftoken` that came with `Secure` over http. A sign-in needs it too.
pub(super) fn rejected_for_csrf<'a>(facts: &'a Facts<'_>) -> Option<(usize, &'a SetCookieVerdict)> {
    let is_rejected = |one: &SetCookieVerdict| {
        CookieRole::of(&one.name) == CookieRole::Csrf
            && !one.stored
            && !one.reasons.is_empty()
            && !one.reasons.contains(&StoreReason::AlreadyExpired)
    };
    let of_site = |one: &SetCookieVerdict| {
        let setter = Url::parse(&one.url).map(|url| url.host);
        setter.is_some_and(|host| site::of_host(&host) == site::of_host(facts.request.host()))
    };
    let mut set = facts.cookies.set.iter().rev();
    let found = set.find(|(at, one)| *at < facts.failing.index && is_rejected(one) && of_site(one));
    found
        .filter(|_| facts.said.names("csrf"))
        .map(|(at, one)| (*at, one))
}

/// Whether the browser rejected the cookie of the token against forged requests that the server names.
pub(in crate::causes) fn is_csrf_cookie_rejected(facts: &Facts<'_>) -> bool {
    rejected_for_csrf(facts).is_some()
}

/// The status of that entry's response; 0 where none was seen.
pub(super) fn status(facts: &Facts<'_>, at: usize) -> u16 {
    let entry = facts.exchange.entries.get(at);
    entry.map_or(0, |entry| entry.response.status)
}

/// The withheld cookie that decided, whatever its reason. A renewal goes by the cookie that is for renewals, if there
/// is one.
pub(super) fn withheld<'a>(facts: &'a Facts<'_>) -> Option<&'a AtHome> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let renews = facts.request.purpose == Purpose::Refresh;
    let of_renewal = meant(facts).find(|one| renews && is_for_renewal(one));
    of_renewal.or_else(|| meant(facts).next())
}

/// The first cookie beside the deciding one that was withheld for this reason, among others.
fn another<'a>(facts: &'a Facts<'_>, deciding: &AtHome, reason: Reason) -> Option<&'a AtHome> {
    let mut beside = meant(facts).filter(|one| !std::ptr::eq(*one, deciding));
    let other = beside.find(|one| {
        let mut reasons = one.verdict.reasons.iter();
        reasons.any(|one| Reason::of_sending(*one) == Some(reason))
    })?;
    let alone = !facts.credentials.has_authorization()
        && !other.verdict.reasons.contains(&SendReason::DomainMismatch);
    alone.then_some(other)
}

/// The cookie that was withheld for this reason, the one that decided or another; `None` too where one was rejected.
pub(in crate::causes) fn not_sent<'a>(facts: &'a Facts<'_>, reason: Reason) -> Option<&'a AtHome> {
    match deciding(facts, reason)? {
        Cookie::Withheld(one) | Cookie::Another(one) => Some(one),
        Cookie::Rejected(_) => None,
    }
}

/// Whether that cookie was withheld because the request crossed schemes within its site.
pub(in crate::causes) fn across_schemes(facts: &Facts<'_>, reason: Reason) -> bool {
    not_sent(facts, reason).and_then(|one| twin(one, reason)) == Some(Twin::Scheme)
}

/// Whether that cookie was withheld because the request came from another site.
pub(in crate::causes) fn across_sites(facts: &Facts<'_>, reason: Reason) -> bool {
    facts.request.relation == Relation::CrossSite
        && not_sent(facts, reason).is_some_and(|one| twin(one, reason) != Some(Twin::Scheme))
}

/// How the request crossed sites, where that is why this cookie was withheld.
fn twin(one: &AtHome, reason: Reason) -> Option<Twin> {
    let mut reasons = one.verdict.reasons.iter();
    reasons.find_map(|one| match one {
        SendReason::SameSiteStrict(twin)
        | SendReason::SameSiteLax(twin)
        | SendReason::SameSiteUnspecifiedTreatedAsLax(twin) => {
            (Reason::of_sending(*one) == Some(reason)).then_some(*twin)
        }
        _ => None,
    })
}

fn meant<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = &'a AtHome> {
    facts.cookies.home.iter().filter(|one| is_meant(facts, one))
}

/// Whether the cookie could be what this request needed. A sign-in needs that of an access layer at most, which guards
/// the sign-in too; and a cookie for renewals alone is kept to their path on purpose.
fn is_meant(facts: &Facts<'_>, one: &AtHome) -> bool {
    if !wants_cookie(facts) {
        return is_access_cookie(&one.verdict.name);
    }
    !is_for_renewal(one)
        || facts.request.purpose == Purpose::Refresh
        || !one.verdict.reasons.contains(&SendReason::NotOnPath)
}

/// Whether the name says that the cookie is for renewing tokens.
pub(super) fn is_for_renewal(one: &AtHome) -> bool {
    names_renewal(&one.verdict.name)
}

/// Whether a cookie's name, as `strapi_admin_refresh`, says that it is for renewing tokens.
pub(super) fn names_renewal(name: &str) -> bool {
    name.to_ascii_lowercase().contains("refresh")
}
