//! What was asked, by whom, and how it stands to the page.

use crate::cookie::site;
use crate::exchange::{Entry, Exchange, Resource};
use crate::facts::names::{self, Purpose};
use crate::http::url::Url;

/// What was asked.
#[derive(Clone, Debug)]
pub struct RequestFacts {
    /// The URL; `None` if it is none that can be read.
    pub url: Option<Url>,
    /// The method, in upper case.
    pub method: String,
    /// What it is for, as far as its address tells.
    pub purpose: Purpose,
    /// The page's URL, where the request belongs to a page.
    pub page: Option<Url>,
    /// What sent it, as a URL: the initiator, else the frame, else `Origin` or `Referer`, else the page.
    pub sender: Option<Url>,
    /// How the URL stands to its sender.
    pub relation: Relation,
    /// Whether a script sent it: `fetch`, XHR, a socket, an event source.
    pub by_script: bool,
    /// Whether it is the document of the top frame.
    pub is_page: bool,
    /// Whether it is the document of a frame inside the page.
    pub is_frame: bool,
}

/// What pages that are one application ask first, at the root of their host, before they show their own form.
const FIRST_QUESTIONS: &[&str] = &[
    "/settings",
    "/initialize",
    "/initialize.json",
    "/init",
    "/bootstrap",
    "/user",
];

/// How a URL stands to what asked for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The same scheme, host and port (RFC 6454).
    SameOrigin,
    /// Another origin of the same site, the scheme not counted.
    SameSite,
    /// Another site.
    CrossSite,
    /// Not known who asked.
    #[default]
    Unknown,
}

impl RequestFacts {
    /// What is known of this entry's request.
    pub fn of(exchange: &Exchange, entry: &Entry) -> Self {
        let url = Url::parse(&entry.request.url);
        let page = exchange
            .page
            .as_ref()
            .and_then(|page| Url::parse(&page.url));
        let by_script = matches!(
            entry.resource,
            Resource::Fetch
                | Resource::Xhr
                | Resource::WebSocket
                | Resource::EventSource
                | Resource::Ping
                | Resource::Preflight
        );
        let is_document = entry.resource == Resource::Document;
        let in_frame = entry.frame.is_some_and(|frame| frame != 0)
            || entry
                .request
                .header("sec-fetch-dest")
                .is_some_and(|dest| matches!(dest, "iframe" | "frame" | "object" | "embed"));
        let sender = sender(exchange, entry, page.as_ref(), is_document && !in_frame);
        let relation = relation(url.as_ref(), sender.as_ref());
        Self {
            purpose: Purpose::of(&entry.request),
            method: entry.request.method.to_ascii_uppercase(),
            url,
            page,
            sender,
            relation,
            by_script,
            is_page: is_document && !in_frame,
            is_frame: is_document && in_frame,
        }
    }

    /// The host asked, or nothing.
    pub fn host(&self) -> &str {
        self.url.as_ref().map_or("", |url| url.host.as_str())
    }

    /// The path asked, or nothing.
    pub fn path(&self) -> &str {
        self.url.as_ref().map_or("", |url| url.path.as_str())
    }

    /// The registrable domain asked, or the host where it has none.
    pub fn site(&self) -> String {
        site::of_host(self.host())
    }

    /// The sender's origin as text, or nothing.
    pub fn sender_origin(&self) -> String {
        self.sender
            .as_ref()
            .map(|url| url.origin().to_string())
            .unwrap_or_default()
    }

    /// The origin asked as text, or nothing.
    pub fn origin(&self) -> String {
        self.url
            .as_ref()
            .map(|url| url.origin().to_string())
            .unwrap_or_default()
    }

    /// Whether the sender is another origin, so that CORS and the credentials mode count.
    pub fn is_cross_origin(&self) -> bool {
        matches!(self.relation, Relation::SameSite | Relation::CrossSite)
    }

    /// Whether it looks like an API that code calls: a script sent it, or the path or host says so.
    pub fn is_api(&self) -> bool {
        let path = self.path().to_ascii_lowercase();
        let host = self.host();
        self.by_script
            || host.starts_with("api.")
            || path
                .split('/')
                .any(|part| matches!(part, "api" | "rest" | "graphql" | "v1" | "v2" | "v3"))
    }

    /// Whether it is code's question whether anybody is signed in: by its name, by reading where one signs in, or by
    /// looking for one's own things at the root of a DAV server (RFC 5397).
    pub fn asks_who(&self) -> bool {
        let reads = matches!(self.method.as_str(), "GET" | "HEAD");
        let path = self.path().to_ascii_lowercase();
        let path = path.trim_end_matches('/');
        let at_sign_in = reads && names::is_sign_in_path(path.rsplit('/').next().unwrap_or(""));
        let of_page = reads && FIRST_QUESTIONS.contains(&path);
        let at_root =
            self.method == "PROPFIND" && (path.is_empty() || path.starts_with("/.well-known/"));
        self.by_script && (self.purpose == Purpose::Probe || at_sign_in || of_page || at_root)
    }

    /// Whether it goes to this machine, or to a name that only developers use.
    pub fn is_local(&self) -> bool {
        is_local(self.host())
    }
}

/// Whether a host is below a top-level name.
fn below(host: &str, top: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(_, last)| last == top)
}

/// Whether a host is loopback or a name reserved for tests (RFC 6761).
pub fn is_local(host: &str) -> bool {
    host == "localhost"
        || below(host, "localhost")
        || below(host, "test")
        || below(host, "local")
        || host.starts_with("127.")
        || host == "[::1]"
        || host == "::1"
        || host == "0.0.0.0"
}

fn sender(exchange: &Exchange, entry: &Entry, page: Option<&Url>, is_page: bool) -> Option<Url> {
    let initiator = entry
        .initiator
        .as_ref()
        .and_then(|initiator| initiator.url.as_deref())
        .and_then(Url::parse);
    let named = |name: &str| entry.request.header(name).and_then(Url::parse);
    if is_page {
        return initiator.or_else(|| named("referer"));
    }
    let frame = exchange
        .page
        .as_ref()
        .and_then(|page| page.frames.last())
        .and_then(|frame| Url::parse(frame));
    named("origin")
        .or(initiator)
        .or_else(|| frame.filter(|_| entry.frame.is_some_and(|frame| frame != 0)))
        .or_else(|| named("referer"))
        .or_else(|| page.cloned())
}

fn relation(url: Option<&Url>, sender: Option<&Url>) -> Relation {
    match (url, sender) {
        (Some(url), Some(sender)) if url.same_origin(sender) => Relation::SameOrigin,
        (Some(url), Some(sender)) if site::of_host(&url.host) == site::of_host(&sender.host) => {
            Relation::SameSite
        }
        (Some(_), Some(_)) => Relation::CrossSite,
        _ => Relation::Unknown,
    }
}
