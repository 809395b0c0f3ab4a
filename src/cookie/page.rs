//! The page that a request belongs to, and what sent it.

use super::target::Target;
use crate::exchange::{Entry, Exchange, Page, Resource};

/// Something that a request can come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A document with cookies of its own.
    Site(Target),
    /// An opaque origin: sandboxed, or a `data:` URL.
    Opaque,
}

/// The documents around a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The top-level document first, then the frames inwards; empty if not known.
    pub ancestors: Vec<Source>,
    /// What is told to have sent it; `None` if the browser itself did or nothing is told.
    pub told: Option<Source>,
}

impl Around {
    /// What sent it: the innermost document where nothing else is told.
    pub fn initiator(&self) -> Option<&Source> {
        self.told.as_ref().or_else(|| self.ancestors.last())
    }
}

/// Whether the request at `index` is a top-level navigation.
pub fn is_top_level(exchange: &Exchange, index: usize) -> bool {
    let Some(entry) = exchange.entries.get(index) else {
        return false;
    };
    if let Some(kind) = entry.request.header("sec-fetch-dest") {
        return kind == "document"
            && entry
                .request
                .header("sec-fetch-mode")
                .is_none_or(|mode| mode == "navigate");
    }
    if entry.resource != Resource::Document || entry.frame.is_some_and(|frame| frame != 0) {
        return false;
    }
    let framed = exchange.page.as_ref().is_some_and(|page| {
        page.url != entry.request.url && page.frames.contains(&entry.request.url)
    });
    entry.frame == Some(0) || !framed
}

/// What stands around the request at the end of `chain`.
pub fn around(exchange: &Exchange, chain: &[usize]) -> Around {
    let (Some(first), Some(last)) = (chain.first(), chain.last()) else {
        return Around::default();
    };
    let Some(entry) = exchange.entries.get(*first) else {
        return Around::default();
    };
    let told = told_initiator(entry);
    if is_top_level(exchange, *last) {
        let left = || left_page(exchange, *last, entry);
        return Around {
            ancestors: Vec::new(),
            told: told.or_else(|| by_site(entry)).or_else(left),
        };
    }
    let ancestors = ancestors(exchange, *first, entry, told.as_ref());
    Around { ancestors, told }
}

/// The initiator as the entry tells it: by name, by `Origin` or by `Referer`.
///
/// An entry with a stack names a script there, which need not be of the document's origin.
/// `Origin: null` is sent from ordinary documents too, so it tells nothing.
fn told_initiator(entry: &Entry) -> Option<Source> {
    if entry.request.header("sec-fetch-site") == Some("none") {
        return None;
    }
    let named = entry
        .initiator
        .as_ref()
        .filter(|initiator| initiator.stack.is_empty());
    named
        .and_then(|initiator| initiator.url.as_deref())
        .and_then(source)
        .or_else(|| Target::parse(entry.request.header("origin")?).map(Source::Site))
        .or_else(|| Target::parse(entry.request.header("referer")?).map(Source::Site))
}

/// Where nothing names the initiator of a navigation, `Sec-Fetch-Site` tells whether it was of the same site.
fn by_site(entry: &Entry) -> Option<Source> {
    match entry.request.header("sec-fetch-site")? {
        "same-origin" | "same-site" => Target::parse(&entry.request.url).map(Source::Site),
        "cross-site" => Some(Source::Opaque),
        _ => None,
    }
}

/// Where neither tells, the page that a navigation leaves is taken for what sent it.
fn left_page(exchange: &Exchange, index: usize, entry: &Entry) -> Option<Source> {
    let silent = entry.request.header("sec-fetch-site").is_none();
    let page = exchange
        .page
        .as_ref()
        .filter(|_| silent && index == last_of_page(exchange))?;
    source(&page.url)
}

fn source(url: &str) -> Option<Source> {
    let url = url.strip_prefix("blob:").unwrap_or(url);
    if url == "null" || url.starts_with("data:") {
        return Some(Source::Opaque);
    }
    Target::parse(url).map(Source::Site)
}

/// The page and frames of the request at `index`.
///
/// The log's page is that of its last request; before a later top-level navigation another document stood there.
fn ancestors(
    exchange: &Exchange,
    index: usize,
    entry: &Entry,
    told: Option<&Source>,
) -> Vec<Source> {
    let after = index.saturating_add(1)..=last_of_page(exchange);
    let moved_on = after.into_iter().any(|other| is_top_level(exchange, other));
    if let (Some(page), false) = (&exchange.page, moved_on) {
        let top = source(&page.url);
        let frames = if from_top(page, entry, told) {
            &[]
        } else {
            page.frames.as_slice()
        };
        return top
            .into_iter()
            .chain(frames.iter().filter_map(|url| source(url)))
            .collect();
    }
    let before = (0..index)
        .rev()
        .find(|other| is_top_level(exchange, *other))
        .and_then(|other| exchange.entries.get(other));
    let document = before
        .and_then(|document| Target::parse(&document.request.url))
        .map(Source::Site);
    match (told, document) {
        (Some(told), Some(document)) if same_origin(Some(told), Some(&document)) => vec![document],
        (Some(told), _) => vec![told.clone()],
        (None, Some(document)) => by_site(entry)
            .filter(|_| moved_on)
            .map_or_else(|| vec![document], |source| vec![source]),
        (None, None) => by_site(entry).into_iter().collect(),
    }
}

/// Whether the top-level document itself sent the request, although the page has frames:
/// by the frame's number, else because what sent it is of the document's origin and not of the innermost frame's.
fn from_top(page: &Page, entry: &Entry, told: Option<&Source>) -> bool {
    if let Some(frame) = entry.frame {
        return frame == 0;
    }
    let inner = || page.frames.last().and_then(|url| source(url));
    entry.resource != Resource::Document
        && told.is_some()
        && same_origin(told, source(&page.url).as_ref())
        && !same_origin(told, inner().as_ref())
}

fn same_origin(one: Option<&Source>, other: Option<&Source>) -> bool {
    matches!((one, other), (Some(Source::Site(one)), Some(Source::Site(other))) if one.same_origin(other))
}

/// The last request that failed, which is the one that the page was read for; else the last one.
fn last_of_page(exchange: &Exchange) -> usize {
    let failing = exchange.failing.or_else(|| {
        exchange.entries.iter().rposition(|entry| {
            matches!(
                entry.response.status,
                401 | 403 | 407 | 419 | 440 | 498 | 511
            ) || entry.error.is_some()
        })
    });
    failing.unwrap_or_else(|| exchange.entries.len().saturating_sub(1))
}

/// Whether a request with these `hops` crossed origins, on its way or from its initiator; `None` if not known.
pub fn crossed_origins(hops: &[Target], around: &Around) -> Option<bool> {
    let goal = hops.last()?;
    if hops.iter().any(|hop| !hop.same_origin(goal)) {
        return Some(true);
    }
    match around.initiator() {
        Some(Source::Site(initiator)) => Some(!initiator.same_origin(goal)),
        Some(Source::Opaque) => Some(true),
        None => None,
    }
}
