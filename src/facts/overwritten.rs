//! Whether a cookie that was sent is another application's, written over the one that this application knew.
//!
//! Browsers part cookies by host name and path, not by port (RFC 6265bis, 8.5): `http://nas:8080` and `http://nas:7575`
//! share theirs, and so do sibling hosts where one of them sets `Domain`.

use std::collections::HashMap;
use std::mem::discriminant;

use crate::cookie::verdict::SetCookieVerdict;
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::history::is_accepted;
use crate::facts::names::{self, CookieRole, Purpose};
use crate::facts::replay::deletes;
use crate::http::url::Url;
use crate::token::credential::{Alphabet, Credential};

/// Hosts that sign people in for others: what they set is meant for those.
const ISSUERS: &[&str] = &[
    "auth", "login", "sso", "id", "idp", "account", "accounts", "signin", "identity", "oauth",
    "oidc", "api",
];

/// How a cookie came to hold a value that this application did not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writer {
    /// An application on another port or scheme of the same host was seen to write it.
    Port,
    /// One on a sibling host, by `Domain`.
    Sibling,
    /// One under another path of the same origin.
    Path,
    /// It was not seen who did, and the value is of another form than before.
    OtherForm,
    /// It was not seen who did; the value is another, and another port of this host was asked in between.
    Unseen,
}

/// A cookie that was written over.
#[derive(Clone, Copy, Debug)]
pub struct Overwritten<'a> {
    /// The cookie as it was sent.
    pub cookie: &'a SentCookie,
    /// Who wrote it.
    pub writer: Writer,
    /// The response that did, where one was seen.
    pub by: Option<usize>,
}

/// What was seen of one cookie before the request.
struct Seen<'a> {
    cookie: &'a SentCookie,
    /// Another value of it that this application wrote or was sent and accepted: the first such entry.
    first: Option<usize>,
    /// The last accepted request that carried another value, and what that was.
    last: Option<(usize, &'a SentCookie)>,
    /// The last response that wrote the value that was sent.
    written: Option<(usize, &'a SetCookieVerdict)>,
    /// The last response of this very application that wrote any value.
    own: Option<usize>,
}

impl Facts<'_> {
    /// The session's cookie that another application wrote over, if one did.
    pub fn overwritten(&self) -> Option<Overwritten<'_>> {
        let sent = self.session_cookies();
        let named = sent.iter().filter(|one| one.role == CookieRole::Session);
        let mut seen: HashMap<&str, Seen<'_>> = named
            .map(|one| (one.name.as_str(), Seen::of(one)))
            .collect();
        if seen.is_empty() || self.knows_after(&sent) || self.knew_before(&sent) {
            return None;
        }
        self.see_writes(&mut seen);
        self.see_requests(&mut seen);
        sent.iter()
            .filter_map(|one| seen.get(one.name.as_str()))
            .find_map(|one| self.judge(one))
    }

    fn see_writes<'a>(&'a self, seen: &mut HashMap<&str, Seen<'a>>) {
        for (at, one) in &self.cookies.set {
            let Some(cookie) = seen.get_mut(one.name.as_str()) else {
                continue;
            };
            if *at >= self.failing.index || !one.stored || deletes(one) {
                continue;
            }
            let own = Url::parse(&one.url).is_some_and(|url| self.is_own(&url));
            let same = cookie.cookie.holds(&one.cookie.value);
            if own {
                cookie.own = Some(*at);
            }
            if same {
                cookie.written = Some((*at, one));
            } else if own {
                cookie.first = cookie.first.or(Some(*at));
            }
        }
    }

    fn see_requests<'a>(&'a self, seen: &mut HashMap<&str, Seen<'a>>) {
        let entries = self.exchange.entries.iter().enumerate();
        let before = entries.take(self.failing.index);
        for (at, _) in before.filter(|(_, entry)| is_accepted(entry) && self.is_own_entry(entry)) {
            for sent in self.carried.at(at).cookies.iter().flatten() {
                let Some(cookie) = seen.get_mut(sent.name.as_str()) else {
                    continue;
                };
                if !sent.same_as(cookie.cookie) && sent.role == CookieRole::Session {
                    cookie.first = Some(cookie.first.map_or(at, |first| first.min(at)));
                    cookie.last = Some((at, sent));
                }
            }
        }
    }

    fn judge<'a>(&self, seen: &Seen<'a>) -> Option<Overwritten<'a>> {
        let first = seen.first?;
        let found = |writer, by| Overwritten {
            cookie: seen.cookie,
            writer,
            by,
        };
        if let Some((at, one)) = seen.written {
            let writer = (first < at).then(|| self.writer(at, one))??;
            return Some(found(writer, Some(at)));
        }
        let (at, before) = seen.last?;
        let renewed = seen.own.is_some_and(|own| own >= at) || self.signed_in_since(at);
        // A script that may write the cookie needs no response to do so.
        if renewed || self.cookies.is_open(&seen.cookie.name) {
            return None;
        }
        let writer = if differs(&before.credential, &seen.cookie.credential) {
            Writer::OtherForm
        } else {
            self.asked_other_port(at).then_some(Writer::Unseen)?
        };
        Some(found(writer, None))
    }

    /// Which other application wrote this line; `None` where it may be this one's own sign-in.
    fn writer(&self, at: usize, one: &SetCookieVerdict) -> Option<Writer> {
        let url = Url::parse(&one.url)?;
        let entry = self.exchange.entries.get(at)?;
        let asked = self.request.url.as_ref()?;
        let for_this = signs_in(entry) && !is_from(entry, &url);
        if for_this {
            return None;
        }
        if url.same_origin(asked) {
            return self
                .is_other_path(entry, &url, asked)
                .then_some(Writer::Path);
        }
        if url.host == asked.host {
            return Some(Writer::Port);
        }
        let label = url.host.split('.').next().unwrap_or_default();
        let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
        let apart = !ISSUERS.contains(&label) && bare(&url.host) != bare(&asked.host);
        apart.then_some(Writer::Sibling)
    }

    /// Whether a sign-in of another folder, asked from there, wrote it: two applications side by side.
    fn is_other_path(&self, entry: &Entry, url: &Url, asked: &Url) -> bool {
        let other = folder(&url.path);
        let named = |name: &str| entry.request.header(name).and_then(Url::parse);
        let from = named("referer").map(|from| folder(&from.path).to_owned());
        let apart = !other.is_empty()
            && other != folder(&asked.path)
            && from.as_deref() == Some(other)
            && !names::is_sign_in_path(&format!("/{other}"));
        let page = self.request.page.as_ref();
        apart
            && signs_in(entry)
            && page.is_some_and(|page| folder(&page.path) == folder(&asked.path))
    }

    fn is_own(&self, url: &Url) -> bool {
        self.request.url.as_ref().is_some_and(|asked| {
            let of_another = !folder(&url.path).is_empty()
                && folder(&url.path) != folder(&asked.path)
                && names::is_sign_in_path(&url.path);
            url.same_origin(asked) && !of_another
        })
    }

    fn is_own_entry(&self, entry: &Entry) -> bool {
        Url::parse(&entry.request.url).is_some_and(|url| self.is_own(&url))
    }

    fn signed_in_since(&self, at: usize) -> bool {
        let history = &self.history;
        let mut all = history.sign_ins.iter().chain(&history.refreshes);
        all.any(|one| *one > at)
    }

    /// Whether another port of this host was asked after the entry at `at`.
    fn asked_other_port(&self, at: usize) -> bool {
        let between = self.exchange.entries.iter().take(self.failing.index);
        let Some(asked) = self.request.url.as_ref() else {
            return false;
        };
        between
            .skip(at)
            .filter_map(|entry| Url::parse(&entry.request.url))
            .any(|url| url.host == asked.host && !url.same_origin(asked))
    }
}

impl<'a> Seen<'a> {
    fn of(cookie: &'a SentCookie) -> Self {
        Self {
            cookie,
            first: None,
            last: None,
            written: None,
            own: None,
        }
    }
}

/// Whether the request is one by which people sign in or stay so.
fn signs_in(entry: &Entry) -> bool {
    matches!(
        Purpose::of(&entry.request),
        Purpose::SignIn | Purpose::Token | Purpose::Refresh
    ) || !matches!(entry.request.method.as_str(), "GET" | "HEAD")
}

/// Whether a page of this origin sent the request, as far as it says who did.
fn is_from(entry: &Entry, own: &Url) -> bool {
    let initiator = entry.initiator.as_ref().and_then(|one| one.url.as_deref());
    let sender = entry
        .request
        .header("origin")
        .or(initiator)
        .or_else(|| entry.request.header("referer"))
        .and_then(Url::parse);
    sender.is_none_or(|sender| sender.same_origin(own))
}

/// The first name in a path that has more than one.
fn folder(path: &str) -> &str {
    let path = path.trim_start_matches('/');
    path.split_once('/').map_or("", |(first, _)| first)
}

/// Whether the two are made by different software: of another kind, or of another length and other characters.
fn differs(one: &Credential, other: &Credential) -> bool {
    let (short, long) = (one.octets.min(other.octets), one.octets.max(other.octets));
    discriminant(&one.kind) != discriminant(&other.kind)
        || long > short.saturating_mul(2)
        || (one.alphabet == Alphabet::Uuid) != (other.alphabet == Alphabet::Uuid)
}
