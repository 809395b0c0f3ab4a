//! The retrieval algorithm: RFC 6265bis 5.8.3, and what browsers add to it.

use super::browsers::{Rule, Rules};
use super::context::Context;
use super::fetch_metadata::Credentials;
use super::reason::{SendReason, Twin};
use super::store::MOST_OF_PAIR;
use super::target::Target;
use super::{host, path, site, value};
use crate::exchange::{Browser, Family, JarCookie, SameSite};

/// For how long after its creation a cookie has the Lax+POST grace, in milliseconds.
const GRACE: i64 = 120_000;

/// A cookie of the jar, as far as the retrieval algorithm looks at it.
#[derive(Clone, Copy, Debug)]
pub struct Held<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value.
    pub value: &'a str,
    /// Its domain, with or without a leading dot.
    pub domain: &'a str,
    /// Whether it goes to exactly its host.
    pub host_only: bool,
    /// Its path.
    pub path: &'a str,
    /// The `Secure` attribute.
    pub secure: bool,
    /// The `SameSite` attribute.
    pub same_site: SameSite,
    /// When it ends, in seconds since 1970.
    pub expires: Option<f64>,
    /// The partition that it lives in.
    pub partition: Option<Partition<'a>>,
}

/// The key of a partition.
#[derive(Clone, Copy, Debug)]
pub struct Partition<'a> {
    /// The top-level site, if it is known.
    pub top_level_site: Option<&'a str>,
    /// Whether a cross-site document stands between, if that is known.
    pub cross_site_ancestor: Option<bool>,
}

impl<'a> Held<'a> {
    /// The same cookie as the jar gives it.
    pub fn of(cookie: &'a JarCookie) -> Self {
        Self {
            name: &cookie.name,
            value: &cookie.value,
            domain: &cookie.domain,
            host_only: cookie.host_only,
            path: &cookie.path,
            secure: cookie.secure,
            same_site: cookie.same_site,
            expires: cookie.expires,
            partition: cookie.partition.as_ref().map(|key| Partition {
                top_level_site: key.top_level_site.as_deref(),
                cross_site_ancestor: key.cross_site_ancestor,
            }),
        }
    }
}

/// A cookie of the jar as one request sees it: what the rules ask about its texts is answered.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Whether its path path-matches the request's.
    pub on_path: bool,
    /// Whether it belongs to the request's host.
    pub covers_host: bool,
    /// Whether its partition is the request's; `None` if it lives in none.
    pub in_partition: Option<bool>,
    /// The `Secure` attribute.
    pub secure: bool,
    /// The `SameSite` attribute.
    pub same_site: SameSite,
    /// When it ends, in seconds since 1970.
    pub expires: Option<f64>,
    /// The octets of its name and value.
    pub octets: usize,
}

/// A request that asks for its cookies.
#[derive(Clone, Copy, Debug)]
pub struct Departure<'a> {
    rules: Rules,
    family: Family,
    target: &'a Target,
    pub(crate) context: &'a Context,
    now: Option<i64>,
    now_in_seconds: Option<f64>,
    trustworthy: bool,
}

impl<'a> Departure<'a> {
    /// A request of `browser` to `target`, at `now` in milliseconds since 1970 if that is known.
    pub fn new(
        browser: &Browser,
        target: &'a Target,
        context: &'a Context,
        now: Option<i64>,
    ) -> Self {
        let rules = Rules::of(browser);
        Self {
            rules,
            family: browser.family,
            target,
            context,
            now,
            now_in_seconds: now.map(|now| now as f64 / 1_000.0),
            trustworthy: site::trustworthy(target, rules.has(Rule::LoopbackIsSecure)),
        }
    }

    /// Why `cookie` stays at home: all that holds, in the browsers' order.
    ///
    /// `created` is when it was set, in milliseconds, if that was seen.
    pub fn refusals(&self, cookie: &JarCookie, created: Option<i64>) -> Vec<SendReason> {
        let mut reasons = Vec::new();
        self.each_refusal(&self.see(&Held::of(cookie)), created, |reason| {
            reasons.push(reason);
        });
        reasons
    }

    /// How this request sees `cookie`.
    pub fn see(&self, cookie: &Held<'_>) -> Seen {
        Seen {
            on_path: self.on_path(cookie.path),
            covers_host: self.covers(cookie.domain, cookie.host_only),
            in_partition: cookie.partition.map(|key| self.in_partition(key)),
            secure: cookie.secure,
            same_site: cookie.same_site,
            expires: cookie.expires,
            octets: value::octets(cookie.name).saturating_add(value::octets(cookie.value)),
        }
    }

    /// As [`Departure::refusals`], for each reason in turn.
    pub fn each_refusal(
        &self,
        cookie: &Seen,
        created: Option<i64>,
        mut told: impl FnMut(SendReason),
    ) {
        let mut add = |holds: bool, reason: SendReason| {
            if holds {
                told(reason);
            }
        };
        add(cookie.secure && !self.trustworthy, SendReason::SecureOnly);
        add(!cookie.on_path, SendReason::NotOnPath);
        add(!cookie.covers_host, SendReason::DomainMismatch);
        if let Some(reason) = self.same_site(cookie.same_site, created) {
            add(true, reason);
        }
        let bare_none = cookie.same_site == SameSite::None && !cookie.secure;
        add(
            bare_none && self.rules.has(Rule::NoneNeedsSecure),
            SendReason::SameSiteNoneInsecure,
        );
        add(self.expired(cookie.expires), SendReason::Expired);
        let blocked = cookie.in_partition.is_none() && self.context.blocked.is_some();
        add(blocked, SendReason::ThirdPartyBlocked);
        let elsewhere = cookie.in_partition == Some(false);
        add(elsewhere, SendReason::OtherPartition);
        let omitted = self.context.credentials == Credentials::Omitted;
        add(omitted, SendReason::CredentialsOmitted);
        add(
            too_big(cookie.octets),
            SendReason::NameValuePairExceedsMaxSize,
        );
    }

    /// 5.8.3 step 1.1: whether a cookie of this domain belongs to the request's host.
    pub(crate) fn covers(&self, domain: &str, host_only: bool) -> bool {
        let owner = domain.strip_prefix('.').unwrap_or(domain);
        let owner = host::canonical(owner);
        if host_only {
            owner == self.target.host
        } else {
            host::domain_match(&self.target.host, &owner)
        }
    }

    /// 5.8.3 step 1.2: whether the request's path path-matches a cookie's.
    pub(crate) fn on_path(&self, cookie: &str) -> bool {
        path::path_match(&self.target.path, cookie)
    }

    /// 5.8.3 step 1.6: same-site cookies.
    fn same_site(&self, attribute: SameSite, created: Option<i64>) -> Option<SendReason> {
        let twin = self.context.crossing?;
        let lax = self.context.top_level && self.context.safe;
        match attribute {
            SameSite::Strict => Some(SendReason::SameSiteStrict(twin)),
            SameSite::Lax if !lax => Some(SendReason::SameSiteLax(twin)),
            SameSite::Unspecified if self.rules.has(Rule::LaxByDefault) && !lax => {
                self.unspecified(twin, created)
            }
            SameSite::None | SameSite::Lax | SameSite::Unspecified => None,
        }
    }

    /// 5.6.7.2: for two minutes the default goes with an unsafe top-level navigation too.
    fn unspecified(&self, twin: Twin, created: Option<i64>) -> Option<SendReason> {
        let young = created
            .zip(self.now)
            .is_some_and(|(created, now)| now.saturating_sub(created) <= GRACE);
        let graced = young && self.context.top_level && self.rules.has(Rule::LaxPostGrace);
        (!graced).then_some(SendReason::SameSiteUnspecifiedTreatedAsLax(twin))
    }

    /// 5.7: a cookie is expired if its expiry date is in the past. browser: Firefox lists such cookies all the same.
    pub(crate) fn expired(&self, expires: Option<f64>) -> bool {
        expires
            .zip(self.now_in_seconds)
            .is_some_and(|(end, now)| end <= now)
    }

    /// Cookies having independent partitioned state, section 2.2: the key is the top-level site,
    /// and whether a cross-site document stands between. browser: an opaque origin has a key of its own.
    pub(crate) fn in_partition(&self, key: Partition<'_>) -> bool {
        if self.context.opaque {
            return false;
        }
        let (Some(kept), Some(here)) = (key.top_level_site, self.context.top_level_site()) else {
            return false;
        };
        let ancestor = key
            .cross_site_ancestor
            .is_none_or(|ancestor| ancestor == self.cross_site_ancestor());
        same_key(kept, &here) && ancestor
    }

    fn cross_site_ancestor(&self) -> bool {
        // browser: for this bit alone Firefox takes the subdomains of localhost as one site with localhost.
        let under_localhost = self.family == Family::Firefox
            && self
                .context
                .top_document
                .as_ref()
                .is_some_and(|top| top.host == "localhost")
            && self.target.host.ends_with(".localhost");
        self.context.third_party.is_some() && !under_localhost
    }
}

/// browser: a pair of name and value over the limit is not sent, however it came into the jar.
pub(crate) fn too_big(octets: usize) -> bool {
    octets > MOST_OF_PAIR
}

fn same_key(kept: &str, here: &str) -> bool {
    let site_of =
        |text: &str| Target::parse(text).map(|key| (key.secure, site::site(&key.host).to_owned()));
    kept == here || (site_of(kept).is_some() && site_of(kept) == site_of(here))
}
