//! Which cookies of a response were kept, which were refused, and why.

use crate::cookie::context::Context;
use crate::cookie::fetch_metadata::Credentials;
use crate::cookie::reason::{StoreReason, Sureness, Warning};
use crate::cookie::set_cookie::SetCookie;
use crate::cookie::store::{self, Arrival};
use crate::exchange::{Entry, Exchange, JarCookie, Resource, ThirdPartyCookies};

use super::trail::Trail;

/// What became of one `Set-Cookie` line.
#[derive(Clone, Debug, PartialEq)]
pub struct SetCookieVerdict {
    /// The URL that answered.
    pub url: String,
    /// The cookie's name.
    pub name: String,
    /// The line, taken apart.
    pub cookie: SetCookie,
    /// The cookie as the jar would hold it.
    pub kept_as: JarCookie,
    /// Whether it was kept: as observed, else as the rules say.
    pub stored: bool,
    /// Whether the rules let it be kept.
    pub expected: bool,
    /// Whether it was seen in the jar or in a later request; `None` if that cannot be known.
    pub observed: Option<bool>,
    /// Why it was not kept: all that holds, in the browsers' order; empty where it was.
    pub reasons: Vec<StoreReason>,
    /// What holds without stopping it.
    pub warnings: Vec<Warning>,
    /// How sure the verdict's reasons are.
    pub sureness: Sureness,
}

/// The verdict on every `Set-Cookie` line of the response at `index`, in order.
pub fn storing(exchange: &Exchange, index: usize) -> Vec<SetCookieVerdict> {
    Trail::of(exchange).storing(index)
}

fn verdicts(trail: &Trail<'_>, index: usize) -> Vec<SetCookieVerdict> {
    let exchange = trail.exchange;
    let Some(entry) = exchange.entries.get(index) else {
        return Vec::new();
    };
    let lines = entry
        .response
        .headers("set-cookie")
        .flat_map(SetCookie::lines)
        .map(SetCookie::parse);
    let Some((target, context)) = Context::of(exchange, index) else {
        return lines.map(|cookie| unsupported(entry, cookie)).collect();
    };
    let arrival = Arrival {
        browser: &exchange.browser,
        target: &target,
        context: &context,
        http: true,
        now: entry
            .ended()
            .or_else(|| exchange.time())
            .unwrap_or_default()
            .div_euclid(1_000),
    };
    let view = View {
        trail,
        index,
        entry,
        arrival,
    };
    lines.map(|cookie| view.verdict(cookie)).collect()
}

fn unsupported(entry: &Entry, cookie: SetCookie) -> SetCookieVerdict {
    SetCookieVerdict {
        url: entry.request.url.clone(),
        name: cookie.name.clone(),
        kept_as: JarCookie {
            name: cookie.name.clone(),
            value: cookie.value.clone(),
            ..JarCookie::default()
        },
        cookie,
        stored: false,
        expected: false,
        observed: None,
        reasons: vec![StoreReason::SchemeNotSupported],
        warnings: Vec::new(),
        sureness: Sureness::Exact,
    }
}

impl Trail<'_> {
    /// As [`storing`], for whoever asks of several responses.
    pub fn storing(&self, index: usize) -> Vec<SetCookieVerdict> {
        verdicts(self, index)
    }
}

struct View<'a> {
    trail: &'a Trail<'a>,
    index: usize,
    entry: &'a Entry,
    arrival: Arrival<'a>,
}

impl View<'_> {
    fn verdict(&self, cookie: SetCookie) -> SetCookieVerdict {
        let kept_as = store::kept(&cookie, &self.arrival);
        let jar = self.trail.named(&kept_as.name).iter().copied();
        let mut reasons = store::refusals(&cookie, &self.arrival, jar);
        if self.arrival.context.credentials == Credentials::Omitted {
            reasons.push(StoreReason::CredentialsOmitted);
            reasons.sort_unstable();
        }
        let expected = reasons.is_empty();
        let observed = self.observed(&kept_as, expected);
        let mut sureness = reasons
            .iter()
            .map(|reason| self.sureness(*reason))
            .max()
            .unwrap_or(Sureness::Strong);
        match observed {
            Some(true) => {
                reasons.clear();
                sureness = Sureness::Exact;
            }
            Some(false) if expected => {
                let reason = self.by_elimination();
                reasons.push(reason);
                sureness = reason.sureness();
            }
            Some(false) | None => {}
        }
        let warnings = if cookie.oversized.is_empty() {
            Vec::new()
        } else {
            vec![Warning::AttributeValueExceedsMaxSize]
        };
        SetCookieVerdict {
            url: self.entry.request.url.clone(),
            name: cookie.name.clone(),
            stored: observed.unwrap_or(expected),
            expected,
            observed,
            reasons,
            warnings,
            sureness,
            cookie,
            kept_as,
        }
    }

    fn sureness(&self, reason: StoreReason) -> Sureness {
        match reason {
            StoreReason::ThirdPartyBlocked => {
                self.arrival.context.blocked.unwrap_or(Sureness::Partial)
            }
            StoreReason::CredentialsOmitted => Sureness::Strong,
            reason => reason.sureness(),
        }
    }

    /// What the jar and the later requests show. The jar was read after the failing response,
    /// whose own cookies may or may not be in it yet.
    fn observed(&self, kept: &JarCookie, expected: bool) -> Option<bool> {
        self.trail.exchange.jar.as_ref()?;
        match self.trail.held(kept) {
            Some(held) if held.value == kept.value => return Some(true),
            Some(_) => return None,
            None => {}
        }
        if expected && self.trail.sent_after(self.index, &kept.name) {
            return Some(true);
        }
        let last = self.index + 1 >= self.trail.exchange.entries.len();
        let replaced = self.trail.replaced_after(self.index, &kept.name);
        if last || replaced || self.trail.lost(&kept.name) || self.ended(kept) {
            return None;
        }
        Some(false)
    }

    fn ended(&self, kept: &JarCookie) -> bool {
        kept.expires
            .zip(self.trail.exchange.time())
            .is_some_and(|(end, now)| end * 1_000.0 <= now as f64)
    }

    fn by_elimination(&self) -> StoreReason {
        let context = self.arrival.context;
        let scripted = matches!(
            self.entry.resource,
            Resource::Fetch | Resource::Xhr | Resource::EventSource
        );
        if scripted
            && context.cross_origin == Some(true)
            && self.entry.request.header("cookie").is_none()
        {
            return StoreReason::CredentialsOmitted;
        }
        let allowed =
            self.trail.exchange.settings.third_party_cookies == Some(ThirdPartyCookies::Allowed);
        if context.third_party.is_some() && !allowed {
            return StoreReason::ThirdPartyBlocked;
        }
        StoreReason::Unknown
    }
}
