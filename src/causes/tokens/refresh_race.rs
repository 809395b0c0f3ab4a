//! Two tabs or two calls refreshed at once; rotation made the other one's token stale.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::facts::history::is_accepted;
use crate::facts::names::{CookieRole, Purpose};
use crate::speech::Saying;

const ID: &str = "refresh-race";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "refresh ~1 token ~4 already ~1 used|exchanged|rotated|redeemed|consumed"),
        Saying::names(ID, "refresh ~1 token ~3 reuse|reused|replayed|replay"),
        Saying::names(ID, "reuse ~3 refresh token"),
        Saying::names(ID, "already used ~3 refresh token"),
        Saying::names(ID, "maximum allowed refresh token reuse"),
        Saying::names(ID, "stale token"),
    ],
    examine,
};

/// Refreshes this close together, in milliseconds, are one race.
const WINDOW: u64 = 30_000;

/// So long after the race its loser's calls still fail for it, in milliseconds.
const AFTERMATH: i64 = 300_000;

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let said = facts
        .said
        .names(ID)
        .then(|| Finding::said(&facts.said, ID))
        .flatten();
    let finding = match (said, race(facts)) {
        (Some(said), _) => said,
        (None, Some((same, seconds))) => {
            let finding = if same {
                Finding::certain(Trust::Browser)
            } else {
                Finding::likely(Trust::Browser)
            };
            let key = if same { "same-token" } else { "close" };
            finding.because(Evidence::observed(Subject::History, key).arg("seconds", seconds))
        }
        (None, None) => return None,
    };
    Some(
        finding
            .hiding(&["token-invalid", "refresh-failed", "token-expired", "login-rejected"])
            .fix(Fix::person(Effort::Easy, "reload"))
            .fix(Fix::frontend(Effort::Medium, "one-at-a-time").snippet("javascript", "one-at-a-time.snippet"))
            .fix(Fix::backend(Effort::Medium, "grace")),
    )
}

/// A refresh that succeeded and one that failed beside it: whether both visibly used the same token, and how many
/// seconds lay between them.
fn race(facts: &Facts<'_>) -> Option<(bool, f64)> {
    let refreshes = || {
        facts
            .exchange
            .entries
            .iter()
            .filter(|entry| Purpose::of(&entry.request) == Purpose::Refresh)
    };
    let started = facts.entry().started?;
    let lost = refreshes().filter(|entry| {
        matches!(entry.response.status, 400..=403)
            && entry.started.is_some_and(|at| at <= started && started.saturating_sub(at) < AFTERMATH)
    });
    let pairs = lost.flat_map(|loser| {
        refreshes()
            .filter(|entry| is_accepted(entry))
            .filter_map(move |winner| compare(winner, loser))
    });
    pairs.reduce(|one, other| if other.0 && !one.0 { other } else { one })
}

fn compare(winner: &Entry, loser: &Entry) -> Option<(bool, f64)> {
    let (won, lost) = (winner.started?, loser.started?);
    let apart = won.abs_diff(lost);
    let same = match (refresh_token(winner), refresh_token(loser)) {
        (Some(one), Some(other)) if one != other => return None,
        (Some(_), Some(_)) => true,
        _ => false,
    };
    // Calls that overlapped raced, whatever they carried; else it takes the same token to tell.
    let overlapped = winner.ended().is_some_and(|end| lost < end) && won <= lost.saturating_add(1_000);
    (apart < WINDOW && (same || overlapped)).then_some((same, (apart as f64 / 1000.0).round()))
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
        pair(cookies, ';', named)
            .or_else(|| pair(cookies, ';', |name| CookieRole::of(name) == CookieRole::Session))
    };
    body.or_else(cookie)
        .or_else(|| entry.request.header("authorization").map(str::to_owned))
}
