//! The context of a request: same-site or not, whose party, which partition (RFC 6265bis 5.2).

use super::browsers::{Rule, Rules};
use super::chain;
use super::fetch_metadata::{self, Credentials, StorageAccess};
use super::page::{self, Around, Source};
use super::reason::{Sureness, Twin};
use super::site;
use super::target::Target;
use crate::exchange::{Browser, Exchange, Family, ThirdPartyCookies};

/// What the rules ask about a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Whether it is a top-level navigation.
    pub top_level: bool,
    /// Whether its method is safe (RFC 9110 section 9.2.1).
    pub safe: bool,
    /// How it is cross-site for `SameSite`; `None` if it is same-site.
    pub crossing: Option<Twin>,
    /// How it is cross-site for the cookies that its response sets.
    pub crossing_for_storing: Option<Twin>,
    /// How it is a third party to the page; `None` if it is not.
    pub third_party: Option<Twin>,
    /// Whether an opaque origin is involved.
    pub opaque: bool,
    /// Whether third-party cookies are blocked for it, and how sure that is.
    pub blocked: Option<Sureness>,
    /// Whether its cookies are kept in a jar of the top-level site's own, also where they do not ask for that.
    pub kept_apart: bool,
    /// The top-level document; `None` where its origin is opaque.
    pub top_document: Option<Target>,
    /// Whether it crossed origins; `None` if not known.
    pub cross_origin: Option<bool>,
    /// Whether a redirect led to it.
    pub redirected: bool,
    /// Its credentials mode, as far as its header fields show it.
    pub credentials: Credentials,
}

impl Context {
    /// Where the request at `index` goes, and its context; `None` if there is none or its URL has no cookies.
    pub fn of(exchange: &Exchange, index: usize) -> Option<(Target, Self)> {
        let entry = exchange.entries.get(index)?;
        let chain = chain::chain(exchange, index);
        let mut hops = chain::hops(exchange, &chain)?;
        let target = hops.last()?;
        let around = page::around(exchange, &chain);
        let rules = Rules::of(&exchange.browser);
        let top_level = page::is_top_level(exchange, index);
        let third_party = if top_level {
            None
        } else {
            third_party(rules, target, &around)
        };
        let hidden =
            hidden_crossing(exchange, rules, &chain, target, &around).then_some(Twin::Site);
        let redirected = crossing_redirect(rules, &hops);
        let documents = if top_level {
            around.told.as_slice()
        } else {
            around.ancestors.as_slice()
        };
        let senders = documents.iter().chain(around.initiator());
        let around_it = worst(rules, target, senders).max(hidden);
        let counts = rules.has(Rule::RedirectsCountForStoring);
        let mut context = Self {
            top_level,
            safe: ["GET", "HEAD", "OPTIONS", "TRACE"]
                .iter()
                .any(|safe| entry.request.method.eq_ignore_ascii_case(safe)),
            crossing: around_it.max(redirected),
            crossing_for_storing: around_it.max(redirected.filter(|_| counts)),
            third_party: third_party.max(if top_level { None } else { hidden }),
            opaque: around
                .ancestors
                .iter()
                .chain(around.initiator())
                .any(|source| *source == Source::Opaque),
            blocked: None,
            kept_apart: false,
            top_document: None,
            cross_origin: page::crossed_origins(&hops, &around),
            redirected: hops.len() > 1,
            credentials: Credentials::Unknown,
        };
        context.blocked = blocked(
            exchange,
            rules,
            &context,
            fetch_metadata::storage_access(entry),
        );
        context.kept_apart = context.blocked.is_some()
            && rules.has(Rule::PartitionsThirdParties)
            && exchange.settings.third_party_cookies != Some(ThirdPartyCookies::Blocked);
        context.credentials =
            fetch_metadata::credentials(&exchange.browser, entry, target, &context);
        context.top_document = top_document(around, top_level, target);
        Some((hops.pop()?, context))
    }

    /// The top-level site, which is the partition's key; `None` where its origin is opaque.
    pub fn top_level_site(&self) -> Option<String> {
        let top = self.top_document.as_ref()?;
        let scheme = if top.secure { "https://" } else { "http://" };
        Some([scheme, site::site(&top.host)].concat())
    }
}

fn top_document(around: Around, top_level: bool, target: &Target) -> Option<Target> {
    match around.ancestors.into_iter().next() {
        Some(Source::Site(top)) if !top_level => Some(top),
        Some(Source::Opaque) if !top_level => None,
        _ => Some(target.clone()),
    }
}

/// How `other` is cross-site to `target`, by the scheme too where `schemeful`.
fn apart(target: &Target, other: &Source, schemeful: bool) -> Option<Twin> {
    match other {
        Source::Opaque => Some(Twin::Site),
        Source::Site(other) if !site::same_site(target, other) => Some(Twin::Site),
        Source::Site(other) if schemeful && target.secure != other.secure => Some(Twin::Scheme),
        Source::Site(_) => None,
    }
}

/// A registrable domain that differs outweighs a scheme that does.
fn worst<'a>(
    rules: Rules,
    target: &Target,
    documents: impl Iterator<Item = &'a Source>,
) -> Option<Twin> {
    let schemeful = rules.has(Rule::SchemefulSameSite);
    documents
        .filter_map(|source| apart(target, source, schemeful))
        .max()
}

fn third_party(rules: Rules, target: &Target, around: &Around) -> Option<Twin> {
    let schemeful = rules.has(Rule::SchemefulThirdParty);
    let stands_in = |source: &&Source| **source == Source::Opaque || around.ancestors.is_empty();
    let documents = around
        .ancestors
        .iter()
        .chain(around.initiator().into_iter().filter(stands_in));
    documents
        .filter_map(|source| apart(target, source, schemeful))
        .max()
}

/// 5.2.1: a chain is same-site only if all its URLs are; browser: Chromium does not ask.
fn crossing_redirect(rules: Rules, hops: &[Target]) -> Option<Twin> {
    let (goal, earlier) = hops.split_last()?;
    if !rules.has(Rule::RedirectsCount) {
        return None;
    }
    let schemeful = rules.has(Rule::SchemefulSameSite);
    earlier
        .iter()
        .filter_map(|hop| apart(goal, &Source::Site(hop.clone()), schemeful))
        .max()
}

/// Whether the request's own fields tell of a document of another site that is not seen, such as a sandboxed frame.
fn hidden_crossing(
    exchange: &Exchange,
    rules: Rules,
    chain: &[usize],
    target: &Target,
    around: &Around,
) -> bool {
    let Some(entry) = chain.last().and_then(|index| exchange.entries.get(*index)) else {
        return false;
    };
    // browser: Chromium sends this header to third parties only; Firefox after redirects too.
    if exchange.browser.family == Family::Chromium
        && fetch_metadata::storage_access(entry).is_some()
    {
        return around.ancestors.is_empty()
            || worst(rules, target, around.ancestors.iter()).is_none();
    }
    // `Sec-Fetch-Site` counts the scheme, also where the browser's cookies do not, and it counts redirects.
    let by_scheme = around
        .ancestors
        .iter()
        .chain(around.initiator())
        .any(|source| apart(target, source, true).is_some());
    chain.len() == 1 && entry.request.header("sec-fetch-site") == Some("cross-site") && !by_scheme
}

fn blocked(
    exchange: &Exchange,
    rules: Rules,
    context: &Context,
    access: Option<StorageAccess>,
) -> Option<Sureness> {
    context.third_party?;
    match (access, exchange.settings.third_party_cookies) {
        // browser: the header's value says what this very request may do.
        (Some(StorageAccess::Active), _) | (None, Some(ThirdPartyCookies::Allowed)) => None,
        (Some(StorageAccess::None | StorageAccess::Inactive), _) => Some(Sureness::Exact),
        (None, Some(ThirdPartyCookies::Blocked | ThirdPartyCookies::Partitioned)) => {
            Some(Sureness::Partial)
        }
        (None, None) => by_default(&exchange.browser, rules).then_some(Sureness::Partial),
    }
}

/// What the browser does where its setting is not known.
fn by_default(browser: &Browser, rules: Rules) -> bool {
    browser.family != Family::Unknown
        && (rules.has(Rule::BlocksThirdParties) || rules.has(Rule::PartitionsThirdParties))
}
