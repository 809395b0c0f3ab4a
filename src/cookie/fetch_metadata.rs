//! What `Sec-Fetch-*` tells of a request's credentials and of its access to third-party cookies.
//!
//! `Sec-Fetch-Site` is not the cookie verdict: redirects and frames between count differently for the two.

use super::browsers::{Rule, follows};
use super::context::Context;
use super::site;
use super::target::Target;
use crate::exchange::{Browser, Entry, Family, Resource};

/// A request's credentials mode (Fetch standard), as far as it can be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Credentials {
    /// `include`.
    Included,
    /// Cookies were left out: the mode is not `include`, and the request crossed origins; or it is a preflight.
    Omitted,
    /// Not to be told.
    #[default]
    Unknown,
}

/// The value of `Sec-Fetch-Storage-Access`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StorageAccess {
    /// No access to unpartitioned cookies.
    None,
    /// Access could be had and is not used.
    Inactive,
    /// Unpartitioned cookies may go.
    Active,
}

/// Reads `Sec-Fetch-Storage-Access`; an unknown word counts as absent.
pub fn storage_access(entry: &Entry) -> Option<StorageAccess> {
    match entry.request.header("sec-fetch-storage-access")?.trim() {
        "none" => Some(StorageAccess::None),
        "inactive" => Some(StorageAccess::Inactive),
        "active" => Some(StorageAccess::Active),
        _ => None,
    }
}

/// The credentials mode of a request.
pub fn credentials(
    browser: &Browser,
    entry: &Entry,
    target: &Target,
    context: &Context,
) -> Credentials {
    if is_preflight(entry) {
        return Credentials::Omitted;
    }
    if context.top_level
        || entry.request.header("sec-fetch-mode") == Some("navigate")
        || storage_access(entry).is_some()
    {
        return Credentials::Included;
    }
    if entry.request.header("cookie").is_some() {
        return Credentials::Included;
    }
    // browser: a manifest is fetched without credentials unless its link says `use-credentials`, a font of another
    // origin always.
    let anonymous = entry.resource == Resource::Manifest
        || entry.resource == Resource::Font && context.cross_origin == Some(true);
    if anonymous {
        return Credentials::Omitted;
    }
    // browser: the header is there if and only if the mode is `include`, on a trustworthy URL, for a third party.
    let would_be_there = context.third_party.is_some()
        && site::trustworthy(target, true)
        && follows(browser, Rule::StorageAccessHeader)
        && entry.request.header("sec-fetch-site").is_some()
        && sends_it(browser, entry, context);
    if would_be_there && context.cross_origin == Some(true) {
        Credentials::Omitted
    } else {
        Credentials::Unknown
    }
}

/// browser: Firefox sends the header only while it keeps third-party cookies apart, and drops it after a cross-site hop.
fn sends_it(browser: &Browser, entry: &Entry, context: &Context) -> bool {
    browser.family == Family::Chromium && entry.resource != Resource::WebSocket
        || browser.family == Family::Firefox && context.blocked.is_some() && !context.redirected
}

fn is_preflight(entry: &Entry) -> bool {
    entry.resource == Resource::Preflight
        || (entry.request.method.eq_ignore_ascii_case("OPTIONS")
            && entry
                .request
                .header("access-control-request-method")
                .is_some())
}
