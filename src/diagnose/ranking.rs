//! Which of the findings stand, and in which order.

use super::{Held, companions};
use crate::causes::{self, Finding, Trust};
use crate::diagnosis::Confidence;
use crate::facts::Facts;

/// The surest first, then the best witness, then the list's order; what another explains is left out.
pub(super) fn rank(mut held: Vec<Held>) -> Vec<Held> {
    held.sort_by_key(|held| {
        std::cmp::Reverse((
            held.finding.harmless,
            held.finding.confidence,
            held.finding.trust,
        ))
    });
    let mut kept: Vec<Held> = Vec::new();
    for one in held {
        let hidden = kept
            .iter()
            .any(|before| before.finding.hides.contains(&one.cause.id));
        if !hidden {
            kept.push(one);
        }
    }
    disagreeing(&mut kept);
    kept
}

/// Where the server's words name two causes at once, neither of them is proven.
fn disagreeing(held: &mut [Held]) {
    let by_words = |one: &Held| {
        one.finding.confidence == Confidence::Certain
            && matches!(one.finding.trust, Trust::Body | Trust::Header)
    };
    if held.iter().filter(|one| by_words(one)).count() > 1 && held.first().is_some_and(by_words) {
        held.iter_mut()
            .filter(|one| by_words(one))
            .for_each(|one| one.finding.confidence = Confidence::Likely);
    }
}

/// So many answers are given where the first is not proven.
const ANSWERS: usize = 3;

/// Adds what else is often behind such a refusal, where the first answer is not proven.
pub(super) fn accompany(facts: &Facts<'_>, ranked: &mut Vec<Held>) {
    let open = ranked.first().is_some_and(|first| {
        first.finding.confidence != Confidence::Certain && !first.finding.harmless
    });
    if !open {
        return;
    }
    for id in companions::of(facts) {
        let known = ranked
            .iter()
            .any(|held| held.cause.id == id || held.finding.hides.contains(&id));
        if ranked.len() < ANSWERS && !known {
            ranked.extend(causes::by_id(id).map(|cause| Held {
                cause,
                finding: Finding::possible(Trust::Typical),
            }));
        }
    }
}
