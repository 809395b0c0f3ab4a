//! Each cookie's and each `Set-Cookie`'s verdict, and which of them decided that no session was sent.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::cookie::context::Context;
use crate::cookie::part::{self, About, Part};
use crate::cookie::reason::{SendReason, StoreReason, Sureness, Warning};
use crate::cookie::site;
use crate::cookie::verdict::{self, CookieVerdict, SetCookieVerdict, Trail};
use crate::diagnosis::{CookieLine, SetCookieLine};
use crate::exchange::{Exchange, JarCookie};
use crate::facts::credentials::{is_ended, sent_names};
use crate::facts::names::CookieRole;
use crate::facts::replay::{deletes, replayed};
use crate::facts::request::is_local;
use crate::http::url::Url;
use crate::token::credential;

/// What the cookie engine says of the failing request, and of every response that went before.
#[derive(Clone, Debug, Default)]
pub struct Cookies {
    /// Each cookie of the jar: sent, or why not; `None` if the jar could not be read.
    pub jar: Option<Vec<CookieVerdict>>,
    /// Each `Set-Cookie` seen up to the failing response, in order: the entry's index and the verdict.
    pub set: Vec<(usize, SetCookieVerdict)>,
    /// The request's cookie context; `None` if its URL cannot be read.
    pub context: Option<Context>,
    /// Cookies that could carry a session and stayed home, the one that decided first.
    pub home: Vec<AtHome>,
    /// `Set-Cookie`s that could carry a session, were meant for this request and were not kept; the last first.
    pub refused: Vec<(usize, SetCookieVerdict)>,
    /// Cookies of the jar, or remembered, that could carry a session and whose time has passed.
    pub ended: Vec<AtHome>,
    /// Names of cookies of the jar that scripts may read, all of that name.
    open: HashSet<String>,
}

/// A cookie that stayed home.
#[derive(Clone, Debug)]
pub struct AtHome {
    /// The cookie.
    pub cookie: JarCookie,
    /// Why it did.
    pub verdict: CookieVerdict,
    /// Whether its `Set-Cookie` was seen in this exchange, and where.
    pub set_at: Option<usize>,
    /// What it is for, as far as its name tells.
    pub role: CookieRole,
}

impl AtHome {
    /// The reason that has to be mended first, if there is one.
    pub fn main_reason(&self) -> Option<SendReason> {
        self.verdict
            .reasons
            .iter()
            .copied()
            .min_by_key(|reason| first_to_mend(*reason))
    }

    /// Whether this reason is all that kept it.
    pub fn only(&self, reason: SendReason) -> bool {
        self.verdict.reasons == [reason]
    }
}

/// What must be right before the next matters: whose cookie it is, the connection, the site, the request's mode.
fn first_to_mend(reason: SendReason) -> u8 {
    match reason {
        SendReason::DomainMismatch => 0,
        SendReason::NotOnPath => 1,
        SendReason::Expired => 2,
        SendReason::SecureOnly | SendReason::SchemeMismatch | SendReason::PortMismatch => 3,
        SendReason::SameSiteNoneInsecure => 4,
        SendReason::SameSiteStrict(_) => 5,
        SendReason::SameSiteLax(_) | SendReason::SameSiteUnspecifiedTreatedAsLax(_) => 6,
        SendReason::NameValuePairExceedsMaxSize => 7,
        SendReason::ThirdPartyBlocked
        | SendReason::OtherPartition
        | SendReason::AnonymousContext => 8,
        SendReason::CredentialsOmitted => 9,
        SendReason::Unknown => 10,
    }
}

impl Cookies {
    /// The verdicts for the entry at `index`.
    pub fn of(exchange: &Exchange, index: usize) -> Self {
        let trail = Trail::of(exchange);
        let set: Vec<(usize, SetCookieVerdict)> = (0..=index)
            .flat_map(|at| trail.storing(at).into_iter().map(move |one| (at, one)))
            .collect();
        let jar = exchange
            .jar
            .as_ref()
            .map(|_| verdict::sending(exchange, index));
        let host = exchange
            .entries
            .get(index)
            .and_then(|entry| Url::parse(&entry.request.url))
            .map(|url| url.host)
            .unwrap_or_default();
        let all = at_home(exchange, index, &set, &host);
        let (ended, home) = all
            .into_iter()
            .partition(|one| one.main_reason() == Some(SendReason::Expired));
        Self {
            jar,
            context: Context::of(exchange, index).map(|(_, context)| context),
            refused: refused(&set, index, &host, exchange),
            home,
            ended,
            set,
            open: open(exchange.jar.as_deref().unwrap_or_default()),
        }
    }

    /// Whether the jar shows that scripts may read this cookie.
    pub fn is_open(&self, name: &str) -> bool {
        self.open.contains(name)
    }

    /// The cookies that stayed home.
    pub fn withheld(&self) -> impl Iterator<Item = &CookieVerdict> {
        self.jar.iter().flatten().filter(|one| !one.sent)
    }

    /// The cookies of the jar that go with the request by the browser's rules, where it was not seen what went.
    pub fn would_go<'a>(&self, exchange: &'a Exchange) -> Vec<&'a JarCookie> {
        let jar = exchange.jar.as_deref().unwrap_or_default();
        self.jar
            .iter()
            .flatten()
            .filter(|one| one.sent && !one.warnings.contains(&Warning::SetLater))
            .filter_map(|one| jar.get(one.index))
            .collect()
    }

    /// Whether a cookie that carries a session by its name stayed home, or was refused before.
    pub fn any_session_withheld(&self) -> bool {
        self.home.iter().any(|one| one.role == CookieRole::Session) || !self.refused.is_empty()
    }

    /// The lines of the answer.
    pub fn lines(&self) -> Vec<CookieLine> {
        let line = |one: &CookieVerdict| CookieLine {
            name: one.name.clone(),
            domain: one.domain.clone(),
            path: one.path.clone(),
            sent: one.sent,
            reasons: words(&one.reasons, SendReason::as_str),
            warnings: words(&one.warnings, Warning::as_str),
            faults: faults(&one.reasons, &one.warnings),
        };
        self.jar.iter().flatten().map(line).collect()
    }

    /// The lines of the answer for `Set-Cookie`.
    pub fn set_lines(&self) -> Vec<SetCookieLine> {
        let line = |(_, one): &(usize, SetCookieVerdict)| SetCookieLine {
            url: one.url.clone(),
            name: one.name.clone(),
            stored: one.stored,
            reasons: words(&one.reasons, StoreReason::as_str),
            warnings: words(&one.warnings, Warning::as_str),
            faults: faults(&one.reasons, &one.warnings),
        };
        self.set.iter().map(line).collect()
    }
}

fn open(jar: &[JarCookie]) -> HashSet<String> {
    let closed = jar.iter().filter(|cookie| cookie.http_only);
    let closed: HashSet<&str> = closed.map(|cookie| cookie.name.as_str()).collect();
    let names = jar.iter().map(|cookie| cookie.name.as_str());
    names
        .filter(|name| !closed.contains(name))
        .map(str::to_owned)
        .collect()
}

/// The cookies that could carry a session and stayed home, the one that decided first.
fn at_home(
    exchange: &Exchange,
    index: usize,
    set: &[(usize, SetCookieVerdict)],
    host: &str,
) -> Vec<AtHome> {
    let remembered = replayed(exchange, index, set);
    let jar = remembered.jar.clone().unwrap_or_default();
    let verdicts = verdict::sending(&remembered, index);
    let mut home: Vec<AtHome> = verdicts
        .into_iter()
        .filter(|verdict| {
            !verdict.sent && !verdict.reasons.is_empty() && verdict.sureness != Sureness::Never
        })
        .filter_map(|verdict| {
            let cookie = jar.get(verdict.index)?.clone();
            let role = CookieRole::of(&cookie.name);
            let set_at = set
                .iter()
                .rev()
                .find(|(at, one)| *at < index && one.name == cookie.name && one.stored)
                .map(|(at, _)| *at);
            Some(AtHome {
                cookie,
                verdict,
                set_at,
                role,
            })
        })
        .filter(|one| concerns(one, host))
        .collect();
    home.sort_by_key(|one| {
        Reverse((
            !one.verdict.reasons.contains(&SendReason::DomainMismatch),
            one.role == CookieRole::Session,
            one.set_at.is_some(),
            one.cookie.http_only,
            !one.verdict.reasons.contains(&SendReason::NotOnPath),
        ))
    });
    home
}

/// Whether a cookie could have made the difference for a request to this host.
fn concerns(one: &AtHome, host: &str) -> bool {
    let carries = (one.role == CookieRole::Session
        || (one.role == CookieRole::Unknown && one.cookie.http_only))
        && !is_ended(&credential::read(&one.cookie.value));
    let owner = one.cookie.domain.trim_start_matches('.');
    let near = site::of_host(owner) == site::of_host(host) || (is_local(owner) && is_local(host));
    carries && near
}

/// The `Set-Cookie`s that were meant to make the difference and were not kept.
fn refused(
    set: &[(usize, SetCookieVerdict)],
    index: usize,
    host: &str,
    exchange: &Exchange,
) -> Vec<(usize, SetCookieVerdict)> {
    let names: Vec<&str> = exchange
        .entries
        .get(index)
        .into_iter()
        .flat_map(|entry| sent_names(&entry.request))
        .collect();
    let mut refused: Vec<(usize, SetCookieVerdict)> = set
        .iter()
        .filter(|(at, one)| {
            let setter = Url::parse(&one.url).map(|url| url.host).unwrap_or_default();
            let later = set.iter().any(|(after, other)| {
                *after > *at
                    && *after < index
                    && other.name == one.name
                    && (other.stored || deletes(other))
            });
            let carries = match CookieRole::of(&one.name) {
                CookieRole::Session => true,
                CookieRole::Unknown => one.cookie.http_only,
                CookieRole::Csrf | CookieRole::Aside => false,
            };
            *at < index
                && carries
                && !one.stored
                && !deletes(one)
                && site::of_host(&setter) == site::of_host(host)
                && !later
                && !names.contains(&one.name.as_str())
        })
        .cloned()
        .collect();
    refused
        .sort_by_key(|(at, one)| Reverse((CookieRole::of(&one.name) == CookieRole::Session, *at)));
    refused
}

/// What the reasons and warnings are about.
fn faults(reasons: &[impl About], warnings: &[Warning]) -> Vec<Part> {
    let mut parts = part::parts(reasons);
    parts.extend(part::parts(warnings));
    parts
}

/// The words for some reasons or warnings.
fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|one| word(*one).to_owned()).collect()
}
