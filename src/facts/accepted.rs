//! What it proves of credentials that other requests were accepted with them.
//!
//! A page's empty shell, a file, or a sign-in is given to anybody, and the browser adds the cookie to each of them. Only
//! an answer that would have been another one without the credentials shows that the server knew who asked.

use std::collections::HashSet;

use crate::exchange::{Entry, Resource};
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::history::sets_session;
use crate::facts::names::{self, Purpose};
use crate::http::url::Url;

/// So long a server that knew somebody knows them still, mostly; in milliseconds.
const MOMENT: i64 = 60_000;

/// Endings of files that everybody is given: what a page is made of.
const FILES: &[&str] = &[
    "js",
    "mjs",
    "cjs",
    "css",
    "map",
    "html",
    "htm",
    "ejs",
    "hbs",
    "mustache",
    "svg",
    "png",
    "jpg",
    "jpeg",
    "gif",
    "webp",
    "avif",
    "ico",
    "woff",
    "woff2",
    "ttf",
    "wasm",
    "txt",
    "webmanifest",
];

/// Folders of such files.
const FOLDERS: &[&str] = &[
    "static", "assets", "public", "dist", "locales", "locale", "i18n", "lang", "fonts", "images",
    "img", "css", "js", "_next", "_nuxt",
];

impl Facts<'_> {
    /// Other requests to the same origin, before or after, at which the server knew the failing one's credentials: of
    /// code, for the same part of the API, or such as were refused without them.
    pub fn accepted_with_the_same(&self) -> impl Iterator<Item = &Entry> {
        let guarded = self.guarded();
        let all = self
            .history
            .accepted_elsewhere
            .iter()
            .chain(&self.history.accepted_elsewhere_after);
        all.filter(|at| self.carried.at(**at).same_as(&self.credentials))
            .filter_map(|at| self.exchange.entries.get(*at))
            .filter(move |entry| self.knew(entry, &guarded))
    }

    /// Whether another address of the same origin knew the same credentials within the last minute.
    pub fn accepted_a_moment_ago(&self) -> bool {
        let now = self.entry().started;
        self.accepted_with_the_same().any(|entry| {
            entry
                .started
                .zip(now)
                .is_some_and(|(then, now)| (0..=MOMENT).contains(&now.saturating_sub(then)))
        })
    }

    /// Whether an accepted request before this one carried one of these very cookies, at an address where that made the
    /// difference.
    pub fn knew_before(&self, cookies: &[&SentCookie]) -> bool {
        let history = &self.history;
        self.knew_any(
            cookies,
            &history.accepted_before,
            &history.accepted_elsewhere,
        )
    }

    /// As [`Facts::knew_before`], after the failure: then the session cannot be over.
    pub fn knows_after(&self, cookies: &[&SentCookie]) -> bool {
        let history = &self.history;
        let elsewhere = &history.accepted_elsewhere_after;
        self.knew_any(cookies, &history.accepted_after, elsewhere)
    }

    fn knew_any(&self, cookies: &[&SentCookie], same: &[usize], elsewhere: &[usize]) -> bool {
        let guarded = self.guarded();
        let knew = |at: &&usize| {
            let entry = self.exchange.entries.get(**at);
            entry.is_some_and(|entry| self.knew(entry, &guarded))
        };
        let carries = |at: &usize| {
            let sent = self.carried.at(*at);
            cookies.iter().any(|cookie| sent.holds(cookie))
        };
        same.iter().any(carries) || elsewhere.iter().filter(knew).any(carries)
    }

    /// Whether the acceptance of this request shows that the server knew who asked.
    fn knew(&self, entry: &Entry, guarded: &HashSet<Address>) -> bool {
        let failing = self.entry();
        let asks = matches!(Purpose::of(&entry.request), Purpose::Other | Purpose::Probe)
            && !sets_session(entry);
        // The browser adds a cookie to everything; what code adds is meant to be looked at.
        let deliberate = self.credentials.has_authorization() || self.credentials.has_key();
        let of_code = is_call(entry) && is_data(entry) && (same_part(entry, failing) || deliberate);
        let address = address(entry);
        let here = address
            .as_ref()
            .is_some_and(|address| address.origin == self.request.origin());
        let is_guarded = address.is_some_and(|address| guarded.contains(&address));
        here && asks && (is_guarded || of_code)
    }

    /// The addresses that were refused, or sent on to a sign-in, to requests with other credentials or none.
    fn guarded(&self) -> HashSet<Address> {
        let entries = self.exchange.entries.iter().enumerate();
        entries
            .filter(|(_, entry)| {
                matches!(entry.response.status, 401 | 403)
                    || entry
                        .response
                        .header("location")
                        .is_some_and(names::is_sign_in_address)
            })
            .filter(|(at, _)| {
                let sent = self.carried.at(*at);
                !sent.unseen && !sent.same_as(&self.credentials)
            })
            .filter_map(|(_, entry)| address(entry))
            .collect()
    }
}

/// What is asked of whom, query values not counted.
#[derive(PartialEq, Eq, Hash)]
struct Address {
    method: String,
    origin: String,
    path: String,
}

fn address(entry: &Entry) -> Option<Address> {
    let url = Url::parse(&entry.request.url)?;
    Some(Address {
        method: entry.request.method.to_ascii_uppercase(),
        origin: url.origin().to_string(),
        path: url.path,
    })
}

/// Whether a script sent it.
fn is_call(entry: &Entry) -> bool {
    matches!(
        entry.resource,
        Resource::Fetch | Resource::Xhr | Resource::EventSource | Resource::WebSocket
    )
}

/// Whether the answer is data, and not one of the files that a page is made of.
fn is_data(entry: &Entry) -> bool {
    let Some(url) = Url::parse(&entry.request.url) else {
        return false;
    };
    let path = url.path.to_ascii_lowercase();
    let mut folders = path.split('/');
    let file = path.rsplit('/').next().unwrap_or_default();
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let page = entry
        .response
        .header("content-type")
        .is_some_and(|kind| kind.to_ascii_lowercase().starts_with("text/html"));
    !page && !FILES.contains(&ending) && !folders.any(|folder| FOLDERS.contains(&folder))
}

/// Whether both stand in the same part of the server, by the first name in their paths, such as `/api`.
fn same_part(one: &Entry, other: &Entry) -> bool {
    let first = |entry: &Entry| {
        let url = Url::parse(&entry.request.url)?;
        let mut names = url.path.split('/').filter(|name| !name.is_empty());
        names.next().map(str::to_owned)
    };
    first(one).is_some() && first(one) == first(other)
}
