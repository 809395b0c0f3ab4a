//! What is said of one request and its answer.

use serde_json::Value;

use super::Teller;
use crate::diagnose::lines::said;
use crate::diagnosis::Message;
use crate::diagnosis::detail::Tone;
use crate::exchange::Entry;
use crate::facts::credentials::{Credentials, Place};
use crate::facts::failing::is_preflight;
use crate::facts::history::is_accepted;
use crate::facts::names::{CookieRole, Purpose};
use crate::http::url::Url;
use crate::speech::Heard;

/// So many credentials of a request are named.
const MOST: usize = 6;

impl Teller<'_, '_> {
    pub(super) fn sending(&self, at: usize, entry: &Entry) -> Message {
        let path = Url::parse(&entry.request.url)
            .map(|url| url.path)
            .unwrap_or_default();
        let key = match Purpose::of(&entry.request) {
            _ if is_preflight(entry) => "story.preflight",
            _ if at > self.facts.failing.index
                && self.facts.history.accepted_after.contains(&at) =>
            {
                "story.again"
            }
            Purpose::SignIn | Purpose::Token => "story.sign-in",
            Purpose::SignOut => "story.sign-out",
            Purpose::Refresh => "story.refresh",
            _ => "story.send",
        };
        said(key, &named(&entry.request.method, &path))
    }

    pub(super) fn tone(&self, at: usize, entry: &Entry) -> Tone {
        let refused_preflight = is_preflight(entry) && self.facts.failing.preflight == Some(at);
        if at == self.facts.failing.index || refused_preflight {
            Tone::Bad
        } else if is_accepted(entry) && !self.facts.history.redirects.contains(&at) {
            Tone::Good
        } else if is_accepted(entry) {
            Tone::Plain
        } else {
            Tone::Bad
        }
    }

    pub(super) fn answer(&self, at: usize, entry: &Entry) -> Message {
        let response = &entry.response;
        let status = ("status", Value::from(response.status));
        if response.status == 0 {
            return said("story.no-answer", &[]);
        }
        if let Some(to) = response
            .header("location")
            .filter(|_| (300..400).contains(&response.status))
        {
            return said("story.redirect", &[status, ("to", to.into())]);
        }
        let challenge = self
            .facts
            .challenges
            .first()
            .filter(|_| at == self.facts.failing.index);
        match challenge {
            Some(challenge) => {
                let error = challenge
                    .param("error")
                    .filter(|text| Heard::parse(text).is_none());
                let text = error.map_or_else(
                    || challenge.scheme.clone(),
                    |error| format!("{} error=\"{error}\"", challenge.scheme),
                );
                said("story.challenge", &[status, ("challenge", text.into())])
            }
            None => said("story.answer", &[status]),
        }
    }
}

/// The arguments of a sentence about a request.
pub(super) fn named(method: &str, path: &str) -> [(&'static str, Value); 2] {
    [("method", method.into()), ("path", path.into())]
}

/// What the request carried that could authenticate, by name.
pub(super) fn carried(entry: &Entry) -> Vec<Message> {
    if is_preflight(entry) {
        let asked = entry.request.header("access-control-request-headers");
        return asked
            .map(|names| said("story.asks-for", &[("names", names.into())]))
            .into_iter()
            .collect();
    }
    let sent = Credentials::of(&entry.request);
    let authorization = sent.authorization.iter().map(|one| {
        let scheme = one.scheme.as_deref().unwrap_or("…");
        format!("Authorization: {scheme}")
    });
    let keys = sent.keys.iter().map(|key| match key.place {
        Place::Query => format!("?{}", key.name),
        _ => key.name.clone(),
    });
    let cookies = sent
        .cookies
        .iter()
        .flatten()
        .filter(|cookie| !matches!(cookie.role, CookieRole::Aside | CookieRole::Csrf))
        .map(|cookie| format!("Cookie: {}", cookie.name));
    let names: Vec<Value> = authorization
        .chain(keys)
        .chain(cookies)
        .take(MOST)
        .map(Value::from)
        .collect();
    // A sign-in carries its credential in a body that nobody reads.
    if names.is_empty()
        && matches!(
            Purpose::of(&entry.request),
            Purpose::SignIn | Purpose::Token
        )
    {
        return Vec::new();
    }
    vec![if names.is_empty() {
        said("story.bare", &[])
    } else {
        said("story.with", &[("names", Value::Array(names))])
    }]
}
