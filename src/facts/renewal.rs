//! Renewals before the failing request: which failed, and which ran into each other.

use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::failing::is_preflight;
use crate::facts::history::{is_accepted, same_request};
use crate::facts::names::{CookieRole, Purpose};

/// Refreshes this close together, in milliseconds, are one race.
const WINDOW: u64 = 30_000;

/// So long after a renewal failed, in milliseconds, calls still fail for it.
const AFTERMATH: i64 = 300_000;

/// Two refreshes at once, of which one failed.
#[derive(Clone, Copy, Debug)]
pub struct Race {
    /// Whether both visibly used the same token.
    pub same: bool,
    /// How many seconds lay between them.
    pub seconds: f64,
}

impl Facts<'_> {
    /// The last refresh before the failing request, where it failed and none has succeeded since. A token endpoint
    /// that refused counts where a token was sent all the same: without its body no more can be told of it.
    pub fn refresh_failed_before(&self) -> Option<&Entry> {
        let sends = self.bearer().is_some();
        let last = self
            .exchange
            .entries
            .iter()
            .take(self.failing.index)
            .rev()
            .filter(|entry| !is_preflight(entry))
            .find(|entry| match Purpose::of(&entry.request) {
                Purpose::Refresh => true,
                Purpose::Token => sends,
                _ => false,
            })?;
        (!is_accepted(last)).then_some(last)
    }

    /// Whether a token endpoint, whose request's body was not seen, was asked as long a question as one that it accepted
    /// before, and the page has used a token since: then this was to renew it. Bitwarden's page asks
    /// `/identity/connect/token` so, every time with 145 octets.
    pub fn renews_unseen(&self) -> bool {
        let failing = self.entry();
        let length = failing.request.header("content-length");
        if self.request.purpose != Purpose::Token
            || failing.request.body.is_some()
            || length.is_none()
        {
            return false;
        }
        let entries = &self.exchange.entries;
        let before = self.history.accepted_before.iter().rev();
        let mut same = before.filter(|at| {
            entries
                .get(**at)
                .is_some_and(|entry| entry.request.header("content-length") == length)
        });
        same.next().is_some_and(|at| {
            let since = entries.iter().take(self.failing.index).skip(*at);
            let mut since = since.filter(|entry| is_accepted(entry));
            since.any(|entry| entry.request.header("authorization").is_some())
        })
    }

    /// A refresh that succeeded and one that failed beside it.
    pub fn refresh_race(&self) -> Option<Race> {
        let refreshes = || {
            self.exchange
                .entries
                .iter()
                .filter(|entry| may_renew(entry))
        };
        let started = self.entry().started?;
        let lost = refreshes().filter(|entry| {
            matches!(entry.response.status, 400..=403)
                && entry
                    .started
                    .is_some_and(|at| at <= started && started.saturating_sub(at) < AFTERMATH)
        });
        let pairs = lost.flat_map(|loser| {
            refreshes()
                .filter(|entry| is_accepted(entry))
                .filter_map(move |winner| compare(winner, loser))
        });
        pairs.reduce(|one, other| if other.same && !one.same { other } else { one })
    }
}

/// Whether an entry renews, or asks a token endpoint for what no recorded body tells.
fn may_renew(entry: &Entry) -> bool {
    match Purpose::of(&entry.request) {
        _ if is_preflight(entry) => false,
        Purpose::Refresh => true,
        Purpose::Token => entry.request.body.is_none(),
        _ => false,
    }
}

fn compare(winner: &Entry, loser: &Entry) -> Option<Race> {
    let at_token_endpoint = Purpose::of(&loser.request) == Purpose::Token;
    if at_token_endpoint && !same_request(winner, loser) {
        return None;
    }
    let (won, lost) = (winner.started?, loser.started?);
    let apart = won.abs_diff(lost);
    let same = match (refresh_token(winner), refresh_token(loser)) {
        (Some(one), Some(other)) if one != other => return None,
        (Some(_), Some(_)) => true,
        _ => false,
    };
    // Calls that overlapped raced, whatever they carried; else it takes the same token to tell.
    let overlapped =
        winner.ended().is_some_and(|end| lost < end) && won <= lost.saturating_add(1_000);
    (apart < WINDOW && (same || overlapped)).then(|| Race {
        same,
        seconds: (apart as f64 / 1000.0).round(),
    })
}

/// The stand-in of the token that was to be renewed, from the recorded body, the cookies, or the header.
fn refresh_token(entry: &Entry) -> Option<String> {
    let pair = |text: &str, between: char, is_it: fn(&str) -> bool| {
        text.split(between)
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| is_it(name))
            .map(|(_, value)| value.to_owned())
    };
    let named = |name: &str| name.to_ascii_lowercase().contains("refresh");
    let body = entry
        .request
        .body
        .as_ref()
        .and_then(|body| pair(&body.text, '&', named));
    let cookie = || {
        let cookies = entry.request.header("cookie")?;
        pair(cookies, ';', named).or_else(|| {
            pair(cookies, ';', |name| {
                CookieRole::of(name) == CookieRole::Session
            })
        })
    };
    body.or_else(cookie)
        .or_else(|| entry.request.header("authorization").map(str::to_owned))
}
