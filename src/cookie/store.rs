//! The storage model: RFC 6265bis 5.7.

use std::borrow::Cow;

use super::browsers::{Rule, follows};
use super::context::Context;
use super::prefix::Prefix;
use super::reason::StoreReason;
use super::set_cookie::SetCookie;
use super::target::Target;
use super::{host, path, site, suffix, value};
use crate::exchange::{Browser, JarCookie, PartitionKey, SameSite};

/// Name and value together may have this many octets (5.6 step 5).
pub const MOST_OF_PAIR: usize = 4096;

/// The longest life of a cookie in seconds, 400 days (5.5).
pub const LONGEST_LIFE: i64 = 400 * 86_400;

/// What a cookie comes into.
#[derive(Clone, Copy, Debug)]
pub struct Arrival<'a> {
    /// The browser.
    pub browser: &'a Browser,
    /// The URL that answered.
    pub target: &'a Target,
    /// The request's context.
    pub context: &'a Context,
    /// Whether it comes by HTTP; else a script sets it.
    pub http: bool,
    /// When, in seconds since 1970.
    pub now: i64,
}

impl Arrival<'_> {
    fn follows(&self, rule: Rule) -> bool {
        follows(self.browser, rule)
    }

    fn trustworthy(&self) -> bool {
        site::trustworthy(self.target, self.follows(Rule::LoopbackIsSecure))
    }

    fn cap(&self) -> Option<i64> {
        self.follows(Rule::AgeCap).then_some(LONGEST_LIFE)
    }
}

/// Why `cookie` would not be kept beside the cookies of `jar`: all that holds, in the browsers' order.
///
/// browser: they look in stages, first at the characters, then at the form, then at the party, then at the rest;
/// what a stage refuses is not asked by the next.
pub fn refusals<'a>(
    cookie: &SetCookie,
    arrival: &Arrival<'_>,
    jar: impl IntoIterator<Item = &'a JarCookie>,
) -> Vec<StoreReason> {
    let cookie = &*understood(cookie, arrival);
    let mut reasons = Vec::new();
    content(cookie, arrival, &mut reasons);
    if reasons.is_empty() {
        form(cookie, arrival, &mut reasons);
    }
    if reasons.is_empty() && blocked(cookie, arrival) {
        reasons.push(StoreReason::ThirdPartyBlocked);
    }
    if reasons.is_empty() {
        security(cookie, arrival, &mut reasons);
        context(cookie, arrival, &mut reasons);
        overwriting(cookie, arrival, jar, &mut reasons);
    }
    if cookie
        .ends(arrival.now, arrival.cap())
        .is_some_and(|end| end <= arrival.now)
    {
        reasons.push(StoreReason::AlreadyExpired);
    }
    reasons.sort_unstable();
    reasons.dedup();
    reasons
}

/// `cookie` as the jar will hold it.
pub fn kept(cookie: &SetCookie, arrival: &Arrival<'_>) -> JarCookie {
    let cookie = &*understood(cookie, arrival);
    let domain = covering(cookie, arrival.target);
    let end = cookie.ends(arrival.now, arrival.cap());
    JarCookie {
        name: cookie.name.clone(),
        value: cookie.value.clone(),
        host_only: domain.is_none(),
        domain: domain.map_or_else(
            || arrival.target.host.clone(),
            |domain| format!(".{domain}"),
        ),
        path: path_of(cookie, arrival.target).to_owned(),
        secure: cookie.secure,
        http_only: cookie.http_only,
        session: end.is_none(),
        same_site: cookie.same_site,
        expires: end.map(|end| end as f64),
        partition: partitioned(cookie, arrival).then(|| PartitionKey {
            top_level_site: arrival.context.top_level_site(),
            cross_site_ancestor: Some(arrival.context.third_party.is_some()),
        }),
    }
}

/// browser: to Firefox a line without an equals sign is a name without a value.
fn understood<'a>(cookie: &'a SetCookie, arrival: &Arrival<'_>) -> Cow<'a, SetCookie> {
    if cookie.named || !arrival.follows(Rule::BareTextIsName) {
        return Cow::Borrowed(cookie);
    }
    Cow::Owned(SetCookie {
        name: cookie.value.clone(),
        value: String::new(),
        ..cookie.clone()
    })
}

/// 5.6: steps 1 to 5.
fn content(cookie: &SetCookie, arrival: &Arrival<'_>, reasons: &mut Vec<StoreReason>) {
    // Step 1.
    if cookie.control {
        reasons.push(StoreReason::DisallowedCharacter);
    }
    // Step 5.
    if cookie.name.is_empty() && value::octets(&cookie.value) == 0 {
        reasons.push(StoreReason::NoCookieContent);
    } else if cookie.name.is_empty() && arrival.follows(Rule::BareTextIsName) {
        // browser: Firefox refuses `=v`.
        reasons.push(StoreReason::SyntaxError);
    }
    if value::octets(&cookie.name).saturating_add(value::octets(&cookie.value)) > MOST_OF_PAIR {
        reasons.push(StoreReason::NameValuePairExceedsMaxSize);
    }
    // browser: no TAB in name or value, nor in the path, which is looked at only where name and value will do.
    let tab = value::has_tab(&cookie.name) || value::has_tab(&cookie.value);
    let path = cookie.path.as_deref().filter(|_| reasons.is_empty());
    let tab_in_path = path.is_some_and(|path| path.contains('\t'));
    if (tab && arrival.follows(Rule::RefusesTab))
        || (tab_in_path && arrival.follows(Rule::RefusesTabInPath))
    {
        reasons.push(StoreReason::DisallowedCharacter);
    }
}

/// 5.7: steps 9 to 11 and 20 to 23.
fn form(cookie: &SetCookie, arrival: &Arrival<'_>, reasons: &mut Vec<StoreReason>) {
    // Steps 9 to 11.
    if let Some(domain) = cookie.domain.as_deref() {
        if !domain.is_ascii() {
            reasons.push(StoreReason::DomainNonAscii);
        }
        if !domain_allowed(domain, arrival.target) {
            reasons.push(StoreReason::InvalidDomain);
        }
    }
    // browser: Chromium refuses `=a=b`, which would be sent as `a=b`.
    if cookie.name.is_empty()
        && value::pair(&cookie.value).0.is_some()
        && arrival.follows(Rule::RefusesAmbiguity)
    {
        reasons.push(StoreReason::AmbiguousSerialization);
    }
    // Steps 20 to 23: a nameless cookie must not look like one with a prefix.
    let newer = arrival.follows(Rule::HttpPrefixes);
    let pretends = cookie.name.is_empty() && Prefix::of(&cookie.value, newer).is_some();
    let path = path_of(cookie, arrival.target);
    let at_root = if arrival.follows(Rule::HostPrefixByWhatIsKept) {
        covering(cookie, arrival.target).is_none() && path == "/"
    } else {
        cookie.domain.is_none() && cookie.path.is_some() && path == "/"
    };
    let broken = Prefix::of(&cookie.name, newer)
        .is_some_and(|prefix| !prefix.kept(cookie, at_root, arrival.trustworthy()));
    if pretends || broken {
        reasons.push(StoreReason::InvalidPrefix);
    }
    // Cookies having independent partitioned state, section 2.1.
    if cookie.partitioned
        && arrival.follows(Rule::Partitioned)
        && !(cookie.secure && arrival.trustworthy())
    {
        reasons.push(StoreReason::InvalidPartitioned);
    }
}

/// 5.7: steps 12 and 13.
fn security(cookie: &SetCookie, arrival: &Arrival<'_>, reasons: &mut Vec<StoreReason>) {
    // Step 13.
    if cookie.secure && !arrival.trustworthy() {
        reasons.push(StoreReason::SecureOnly);
    }
    // Step 12, for a script.
    if cookie.http_only && !arrival.http {
        reasons.push(StoreReason::OverwriteHttpOnly);
    }
    if cookie.same_site == SameSite::None
        && !cookie.secure
        && arrival.follows(Rule::NoneNeedsSecure)
    {
        reasons.push(StoreReason::SameSiteNoneInsecure);
    }
}

/// 5.7: step 19.
fn context(cookie: &SetCookie, arrival: &Arrival<'_>, reasons: &mut Vec<StoreReason>) {
    let context = arrival.context;
    if let Some(twin) = context.crossing_for_storing.filter(|_| !context.top_level) {
        match cookie.same_site {
            SameSite::Strict => reasons.push(StoreReason::SameSiteStrict(twin)),
            SameSite::Lax => reasons.push(StoreReason::SameSiteLax(twin)),
            SameSite::Unspecified if arrival.follows(Rule::LaxByDefault) => {
                reasons.push(StoreReason::SameSiteUnspecifiedTreatedAsLax(twin));
            }
            SameSite::Unspecified | SameSite::None => {}
        }
    }
}

/// browser: what a third party may not keep unless it is kept apart by top-level site.
fn blocked(cookie: &SetCookie, arrival: &Arrival<'_>) -> bool {
    let context = arrival.context;
    let apart = partitioned(cookie, arrival) && !context.opaque;
    context.blocked.is_some() && !apart
}

/// Whether the cookie goes to the jar of the top-level site alone: it asks for that, or the browser
/// keeps all third parties' cookies so.
fn partitioned(cookie: &SetCookie, arrival: &Arrival<'_>) -> bool {
    (cookie.partitioned && arrival.follows(Rule::Partitioned)) || arrival.context.kept_apart
}

/// 5.7: steps 18 and 24.
fn overwriting<'a>(
    cookie: &SetCookie,
    arrival: &Arrival<'_>,
    jar: impl IntoIterator<Item = &'a JarCookie>,
    reasons: &mut Vec<StoreReason>,
) {
    let domain = covering(cookie, arrival.target);
    let host_only = domain.is_none();
    let domain = domain.unwrap_or_else(|| arrival.target.host.clone());
    let path = path_of(cookie, arrival.target);
    for old in jar
        .into_iter()
        .filter(|old| old.name == cookie.name && old.partition.is_none())
    {
        let owner = old.domain.trim_start_matches('.');
        // browser: over loopback nothing is protected.
        let unprotected = cookie.secure || arrival.trustworthy();
        if old.secure
            && !unprotected
            && overlaps(owner, old.host_only, &domain, host_only, arrival)
            && path::path_match(path, &old.path)
        {
            reasons.push(StoreReason::OverwriteSecure);
        }
        if old.http_only
            && !arrival.http
            && owner == domain
            && old.host_only == host_only
            && old.path == path
        {
            reasons.push(StoreReason::OverwriteHttpOnly);
        }
    }
}

fn overlaps(
    old: &str,
    old_host_only: bool,
    new: &str,
    new_host_only: bool,
    arrival: &Arrival<'_>,
) -> bool {
    if arrival.follows(Rule::ProtectsParentDomains) {
        return host::domain_match(old, new) || host::domain_match(new, old);
    }
    // browser: Firefox minds what is host-only.
    old == new
        || (!old_host_only && host::domain_match(new, old))
        || (!new_host_only && host::domain_match(old, new))
}

/// 5.7 steps 8 to 11: whether `domain` may stand in a cookie of `target`.
fn domain_allowed(domain: &str, target: &Target) -> bool {
    let domain = stripped(domain);
    if domain.is_empty() || domain.ends_with("..") {
        // browser: `Domain=.` and two trailing dots are refused.
        return false;
    }
    if domain == target.host {
        return true;
    }
    let suffix = suffix::public_suffix(domain.trim_end_matches('.'));
    let public = !host::is_ip(&domain) && suffix == Some(domain.trim_end_matches('.'));
    !public && host::domain_match(&target.host, &domain)
}

/// The domain that the cookie will cover; `None` if it is host-only.
fn covering(cookie: &SetCookie, target: &Target) -> Option<String> {
    let domain = stripped(cookie.domain.as_deref()?);
    // 5.7 step 9: a public suffix that is the host itself makes a host-only cookie; so does an address.
    let alone =
        domain == target.host && (host::is_ip(&domain) || suffix::registrable(&domain).is_none());
    (!alone).then_some(domain)
}

/// 5.6.3: without its leading dot, canonical.
fn stripped(domain: &str) -> String {
    host::canonical(domain.strip_prefix('.').unwrap_or(domain)).into_owned()
}

/// The path that the cookie will have.
pub fn path_of<'a>(cookie: &'a SetCookie, target: &'a Target) -> &'a str {
    cookie
        .path
        .as_deref()
        .unwrap_or_else(|| path::default_path(&target.path))
}
