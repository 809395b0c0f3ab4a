//! Which cookies went with a request, which stayed at home, and why.

use std::collections::{HashMap, HashSet};

use super::observed::carried;
use crate::cookie::context::Context;
use crate::cookie::fetch_metadata::Credentials;
use crate::cookie::header;
use crate::cookie::reason::{SendReason, Sureness, Warning};
use crate::cookie::retrieve::Departure;
use crate::cookie::set_cookie::SetCookie;
use crate::exchange::{Entry, Exchange, JarCookie, Resource, ThirdPartyCookies};

/// What became of one cookie of the jar.
#[derive(Clone, Debug, PartialEq)]
pub struct CookieVerdict {
    /// Its index in the jar.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// Its domain without a leading dot.
    pub domain: String,
    /// Its path.
    pub path: String,
    /// Whether it went: as observed, else as the rules say.
    pub sent: bool,
    /// Whether the rules let it go.
    pub expected: bool,
    /// Whether it was seen in the `Cookie` field; `None` if the field cannot be known.
    pub observed: Option<bool>,
    /// Why it did not go: all that holds, in the browsers' order; empty where it went.
    pub reasons: Vec<SendReason>,
    /// What holds without stopping it.
    pub warnings: Vec<Warning>,
    /// How sure the verdict's reasons are.
    pub sureness: Sureness,
}

/// The verdict on every cookie of the jar for the request at `index`, in the jar's order.
///
/// Empty where the jar is not known, or where the URL is not one that cookies go to.
pub fn sending(exchange: &Exchange, index: usize) -> Vec<CookieVerdict> {
    let (Some(jar), Some(entry)) = (&exchange.jar, exchange.entries.get(index)) else {
        return Vec::new();
    };
    let Some((target, context)) = Context::of(exchange, index) else {
        return Vec::new();
    };
    let now = entry.started.or_else(|| exchange.time());
    let departure = Departure::new(&exchange.browser, &target, &context, now);
    let history = History::of(exchange, index);
    let mut cookies: Vec<(&JarCookie, CookieVerdict)> = jar
        .iter()
        .enumerate()
        .map(|(place, cookie)| (cookie, by_rules(&departure, place, cookie, &history)))
        .collect();
    if let Some(field) = header::sent(exchange, entry) {
        observe(&field, &mut cookies, exchange, entry, &context, &history);
    }
    shadow(&mut cookies);
    cookies.into_iter().map(|(_, verdict)| verdict).collect()
}

fn by_rules(
    departure: &Departure<'_>,
    index: usize,
    cookie: &JarCookie,
    history: &History<'_>,
) -> CookieVerdict {
    let reasons = departure.refusals(cookie, history.created.get(cookie.name.as_str()).copied());
    let sureness = surest(&reasons, departure.context);
    CookieVerdict {
        index,
        name: cookie.name.clone(),
        domain: cookie
            .domain
            .strip_prefix('.')
            .unwrap_or(&cookie.domain)
            .to_owned(),
        path: cookie.path.clone(),
        sent: reasons.is_empty(),
        expected: reasons.is_empty(),
        observed: None,
        reasons,
        warnings: Vec::new(),
        sureness,
    }
}

/// One reason that is sure is enough; a cookie that goes needs all the rules, among them the same-site ones.
fn surest(reasons: &[SendReason], context: &Context) -> Sureness {
    let sure = |reason: &SendReason| match reason {
        SendReason::ThirdPartyBlocked => context.blocked.unwrap_or(Sureness::Partial),
        SendReason::CredentialsOmitted if context.credentials == Credentials::Omitted => {
            Sureness::Strong
        }
        reason => reason.sureness(),
    };
    reasons.iter().map(sure).max().unwrap_or(Sureness::Strong)
}

/// Where the `Cookie` field is known, it is the truth, and the rules only explain it.
fn observe(
    field: &[(&str, &str)],
    cookies: &mut [(&JarCookie, CookieVerdict)],
    exchange: &Exchange,
    entry: &Entry,
    context: &Context,
    history: &History<'_>,
) {
    let carried = carried(field, cookies);
    let silent = field.is_empty();
    for ((_, verdict), went) in cookies.iter_mut().zip(carried) {
        verdict.observed = Some(went);
        verdict.sent = went;
        if went {
            verdict.reasons.clear();
            verdict.sureness = Sureness::Exact;
        } else if verdict.expected && history.is_later(&verdict.name) {
            verdict.warnings.push(Warning::SetLater);
            verdict.sureness = Sureness::Strong;
        } else if verdict.expected {
            let reason = by_elimination(exchange, entry, context, silent);
            verdict.reasons.push(reason);
            verdict.sureness = reason.sureness();
        }
    }
}

/// What is left where the rules let a cookie go and it did not.
fn by_elimination(
    exchange: &Exchange,
    entry: &Entry,
    context: &Context,
    silent: bool,
) -> SendReason {
    // A page's own markup asks in anonymous mode by `crossorigin`, and for modules of another origin by nature; either
    // makes it a request with CORS, which `Origin` shows where the address is not trustworthy.
    let with_cors = entry.request.header("sec-fetch-mode") == Some("cors")
        || entry.request.header("origin").is_some();
    let anonymous = with_cors
        && matches!(
            entry.resource,
            Resource::Script | Resource::Stylesheet | Resource::Image | Resource::Media
        );
    let scripted = anonymous
        || matches!(
            entry.resource,
            Resource::Fetch | Resource::Xhr | Resource::EventSource
        );
    let allowed = exchange.settings.third_party_cookies == Some(ThirdPartyCookies::Allowed);
    let may_omit = silent && scripted && context.credentials != Credentials::Included;
    if may_omit && context.cross_origin == Some(true) {
        return SendReason::CredentialsOmitted;
    }
    if context.third_party.is_some() && !allowed {
        return SendReason::ThirdPartyBlocked;
    }
    // An XMLHttpRequest always has the credentials of its own origin.
    if may_omit && entry.resource == Resource::Fetch {
        return SendReason::CredentialsOmitted;
    }
    SendReason::Unknown
}

/// Marks cookies of which another of the same name goes too (RFC 6265bis 5.8.3: both go, the server sees the first).
fn shadow(cookies: &mut [(&JarCookie, CookieVerdict)]) {
    let mut names: HashMap<&str, usize> = HashMap::new();
    for (cookie, verdict) in cookies.iter() {
        if verdict.sent {
            *names.entry(cookie.name.as_str()).or_default() += 1;
        }
    }
    for (cookie, verdict) in cookies.iter_mut() {
        if verdict.sent
            && names
                .get(cookie.name.as_str())
                .is_some_and(|count| *count > 1)
        {
            verdict.warnings.push(Warning::Shadowed);
        }
    }
}

/// When the cookies of the jar were set, as far as their `Set-Cookie` was seen; by name, because that is enough here.
struct History<'a> {
    /// Set before the request, in milliseconds.
    created: HashMap<&'a str, i64>,
    /// Seen before the request, in either direction.
    before: HashSet<&'a str>,
    /// Set by the request's own response or later.
    later: HashSet<&'a str>,
}

impl<'a> History<'a> {
    fn of(exchange: &'a Exchange, index: usize) -> Self {
        let mut history = Self {
            created: HashMap::new(),
            before: HashSet::new(),
            later: HashSet::new(),
        };
        for (place, entry) in exchange.entries.iter().enumerate() {
            for line in entry
                .response
                .headers("set-cookie")
                .flat_map(SetCookie::lines)
            {
                let name = line.split(['=', ';']).next().unwrap_or_default().trim();
                if place >= index {
                    history.later.insert(name);
                } else {
                    history.before.insert(name);
                    if let Some(ended) = entry.ended() {
                        history.created.insert(name, ended);
                    }
                }
            }
            if place < index {
                let sent = entry.request.headers("cookie").flat_map(header::pairs);
                history.before.extend(sent.map(|(name, _)| name));
            }
        }
        history
    }

    fn is_later(&self, name: &str) -> bool {
        self.later.contains(name) && !self.before.contains(name)
    }
}
