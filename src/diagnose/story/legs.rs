//! Which exchanges are told.

use std::collections::BTreeSet;

use crate::facts::{Facts, cors};

/// So many exchanges are told.
const MOST: usize = 10;

/// The exchanges worth telling, oldest first.
pub(super) fn worth_telling(facts: &Facts<'_>) -> Vec<usize> {
    let history = &facts.history;
    let mut chosen = BTreeSet::from([facts.failing.index]);
    chosen.extend(preflight(facts));
    chosen.extend(&history.redirects);
    chosen.extend(history.sign_ins.last());
    chosen.extend(history.later_refreshes.first());
    chosen.extend(history.later_failed_refreshes.first());
    chosen.extend(history.accepted_after.first());
    chosen.extend(facts.cookies.refused.first().map(|(at, _)| at));
    chosen.extend(facts.cookies.home.first().and_then(|one| one.set_at));
    for more in [
        &history.sign_outs,
        &history.failed_refreshes,
        &history.refreshes,
        &history.accepted_before,
    ] {
        if chosen.len() < MOST {
            chosen.extend(more.last());
        }
    }
    chosen.into_iter().collect()
}

/// The index of the preflight that was asked for the failing request.
pub(super) fn preflight(facts: &Facts<'_>) -> Option<usize> {
    if facts.failing.on_preflight() {
        return facts.failing.preflight;
    }
    let found = cors::preflight_of(facts.exchange, facts.failing.index)?;
    let at = facts
        .exchange
        .entries
        .iter()
        .position(|entry| std::ptr::eq(entry, found))?;
    (facts.failing.preflight_status.is_some() && at < facts.failing.index).then_some(at)
}
