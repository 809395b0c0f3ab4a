//! What happened before and after the failing request.

use crate::exchange::{Entry, Exchange};
use crate::facts::carried::Carried;
use crate::facts::credentials::is_ended;
use crate::facts::failing::is_preflight;
use crate::facts::names::{CookieRole, Purpose};
use crate::facts::request::{Relation, RequestFacts};
use crate::http::url::Url;
use crate::token::credential;

/// What happened before and after. All numbers are indices of entries, oldest first.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Sign-ins before it that succeeded.
    pub sign_ins: Vec<usize>,
    /// Sign-outs before it.
    pub sign_outs: Vec<usize>,
    /// Refreshes before it that succeeded.
    pub refreshes: Vec<usize>,
    /// Refreshes before it that failed, by status or by the network.
    pub failed_refreshes: Vec<usize>,
    /// Refreshes after it that succeeded.
    pub later_refreshes: Vec<usize>,
    /// Refreshes after it that failed.
    pub later_failed_refreshes: Vec<usize>,
    /// The same request before it, accepted.
    pub accepted_before: Vec<usize>,
    /// The same request after it, accepted.
    pub accepted_after: Vec<usize>,
    /// The same request, failing in the same way, this one counted in.
    pub repeats: Vec<usize>,
    /// The redirects that led to it, the first first.
    pub redirects: Vec<usize>,
    /// Other requests before it to the same site, accepted with a credential.
    pub accepted_elsewhere: Vec<usize>,
    /// Other requests after it to the same site, accepted with a credential.
    pub accepted_elsewhere_after: Vec<usize>,
    /// Other requests before it to the same site, refused in the same way with a credential.
    pub refused_elsewhere: Vec<usize>,
}

impl History {
    /// The history of the entry at `index`.
    pub fn of(
        exchange: &Exchange,
        index: usize,
        request: &RequestFacts,
        carried: &Carried<'_>,
    ) -> Self {
        let mut history = Self {
            redirects: redirects(exchange, index),
            ..Self::default()
        };
        let Some(failing) = exchange.entries.get(index) else {
            return history;
        };
        for (at, entry) in exchange.entries.iter().enumerate() {
            if at == index {
                history.repeats.push(at);
            } else if !is_preflight(entry) {
                let bare = || carried.at(at).is_none();
                history.note(at, entry, at < index, failing, request, bare);
            }
        }
        history
    }

    fn note(
        &mut self,
        at: usize,
        entry: &Entry,
        before: bool,
        failing: &Entry,
        request: &RequestFacts,
        bare: impl Fn() -> bool,
    ) {
        let accepted = is_accepted(entry);
        let same = same_request(entry, failing);
        let facts = same_place(entry, request);
        match (Purpose::of(&entry.request), before) {
            (Purpose::SignIn, true) if accepted => self.sign_ins.push(at),
            (Purpose::Token, true) if accepted => self.sign_ins.push(at),
            (Purpose::SignOut, true) if accepted => self.sign_outs.push(at),
            (Purpose::Refresh, true) if accepted => self.refreshes.push(at),
            (Purpose::Refresh, true) => self.failed_refreshes.push(at),
            (Purpose::Refresh, false) if accepted => self.later_refreshes.push(at),
            (Purpose::Refresh, false) => self.later_failed_refreshes.push(at),
            (Purpose::Other | Purpose::Probe, true)
                if accepted && begins_session(entry) && facts != Relation::CrossSite =>
            {
                self.sign_ins.push(at);
            }
            _ => {}
        }
        match (same, accepted, before) {
            (true, true, true) => self.accepted_before.push(at),
            (true, true, false) => self.accepted_after.push(at),
            (true, false, _) if entry.response.status == failing.response.status => {
                self.repeats.push(at);
            }
            (false, false, true)
                if entry.response.status == failing.response.status
                    && facts != Relation::CrossSite
                    && !bare() =>
            {
                self.refused_elsewhere.push(at);
            }
            (false, true, _) if facts != Relation::CrossSite && !bare() => {
                if before {
                    self.accepted_elsewhere.push(at);
                } else {
                    self.accepted_elsewhere_after.push(at);
                }
            }
            _ => {}
        }
    }

    /// Whether anybody was seen to sign in, or to be signed in.
    pub fn signed_in(&self) -> bool {
        !self.sign_ins.is_empty()
            || !self.accepted_elsewhere.is_empty()
            || !self.accepted_before.is_empty()
            || !self.refreshes.is_empty()
    }
}

/// Whether a response is a success: 2xx, 304, or a redirect that leads to no sign-in.
pub fn is_accepted(entry: &Entry) -> bool {
    match entry.response.status {
        101 | 200..300 | 304 => entry.error.is_none(),
        300..400 => entry
            .response
            .header("location")
            .is_some_and(|to| !super::names::is_sign_in_address(to)),
        _ => false,
    }
}

/// The same method on the same address, query values not counted.
pub fn same_request(one: &Entry, other: &Entry) -> bool {
    let address = |entry: &Entry| {
        Url::parse(&entry.request.url).map(|url| (url.origin().to_string(), url.path))
    };
    one.request
        .method
        .eq_ignore_ascii_case(&other.request.method)
        && address(one) == address(other)
}

fn same_place(entry: &Entry, request: &RequestFacts) -> Relation {
    match Url::parse(&entry.request.url) {
        Some(url) if crate::cookie::site::of_host(&url.host) == request.site() => {
            Relation::SameSite
        }
        _ => Relation::CrossSite,
    }
}

/// Whether a response sets a cookie that carries a session, with a value.
pub fn sets_session(entry: &Entry) -> bool {
    entry.response.headers("set-cookie").any(|line| {
        let (name, rest) = line.split_once('=').unwrap_or(("", line));
        CookieRole::of(name.trim()) == CookieRole::Session
            && !is_ended(&credential::read(
                rest.split(';').next().unwrap_or_default(),
            ))
            && !rest.to_ascii_lowercase().contains("max-age=0")
    })
}

/// Whether a changing request was answered with a session, as a sign-in is.
fn begins_session(entry: &Entry) -> bool {
    let posted = !matches!(entry.request.method.as_str(), "GET" | "HEAD" | "OPTIONS");
    posted && sets_session(entry)
}

/// The chain of redirects that ends at the entry.
fn redirects(exchange: &Exchange, index: usize) -> Vec<usize> {
    let mut chain = Vec::new();
    let mut target = index;
    for (at, entry) in exchange.entries.iter().enumerate().take(index).rev() {
        let leads = exchange.entries.get(target).is_some_and(|to| {
            (300..400).contains(&entry.response.status)
                && entry
                    .response
                    .header("location")
                    .is_some_and(|location| leads_to(&entry.request.url, location, &to.request.url))
        });
        if leads {
            chain.push(at);
            target = at;
        }
    }
    chain.reverse();
    chain
}

/// Whether `location`, read from `base` (RFC 3986, 5.2, as far as servers use it), is the address `to`.
fn leads_to(base: &str, location: &str, to: &str) -> bool {
    let plain = |url: &str| {
        url.split('#')
            .next()
            .unwrap_or_default()
            .trim_end_matches('/')
            .to_owned()
    };
    if location.contains("://") {
        return plain(location) == plain(to);
    }
    let Some(base) = Url::parse(base) else {
        return false;
    };
    if let Some(rest) = location.strip_prefix("//") {
        return plain(&format!("{}://{rest}", base.scheme)) == plain(to);
    }
    if location.starts_with('/') {
        return plain(&format!("{}{location}", base.origin())) == plain(to);
    }
    let folder = base.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    plain(&format!("{}{folder}/{location}", base.origin())) == plain(to)
}
