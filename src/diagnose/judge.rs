//! From what the rules found to the causes of the answer, the first of them the one that is named: the rows of the
//! policy, applied in their order.

use std::cmp::Reverse;

use super::policy::{Effect, Order, Row, Which};
use super::usual;
use crate::causes::{self, Cause, Finding, Trust};
use crate::diagnosis::Confidence;
use crate::facts::Facts;
use crate::facts::known::Shown;

/// So many answers are given where the first is not proven.
const ANSWERS: usize = 3;

/// A cause with what was found for it.
pub(super) struct Ranked {
    pub(super) cause: &'static Cause,
    pub(super) finding: Finding,
    /// The row of the policy that put it here or made it less sure; empty where none did.
    pub(super) row: &'static str,
}

/// The policy for one exchange.
pub(super) struct Judge<'a> {
    facts: &'a Facts<'a>,
    /// The rows that apply.
    rows: Vec<&'static Row>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, policy: &[&'static Row]) -> Self {
        let applies = |row: &&&Row| {
            row.when.iter().all(|signal| signal.holds(facts))
                && !row.unless.iter().any(|signal| signal.holds(facts))
        };
        Self {
            facts,
            rows: policy.iter().filter(applies).copied().collect(),
        }
    }

    /// What holds, the first answer first.
    pub(super) fn ranked(&self, found: Vec<Ranked>) -> Vec<Ranked> {
        let mut ranked = found;
        self.leave_out(&mut ranked);
        self.limit(&mut ranked, false);
        self.order(&mut ranked);
        self.explain(&mut ranked);
        self.limit(&mut ranked, true);
        if ranked.is_empty() {
            ranked.extend(self.stands());
        }
        self.fill_up(&mut ranked);
        ranked
    }

    /// The row that leaves out this cause's findings; `None` where they stay.
    pub(super) fn left_out_by(&self, cause: &str) -> Option<&'static Row> {
        let mut rows = self.rows.iter().copied();
        rows.find(|row| matches!(row.effect, Effect::LeaveOut(causes) if causes.contains(&cause)))
            .filter(|_| self.facts.said.cause(cause).is_none())
    }

    fn leave_out(&self, ranked: &mut Vec<Ranked>) {
        ranked.retain(|one| self.left_out_by(one.cause.id).is_none());
    }

    /// Takes from the sureness of findings: what two words name at once is only known once all others are ranked.
    fn limit(&self, ranked: &mut [Ranked], named_at_once: bool) {
        for row in &self.rows {
            let Effect::AtMost(most, which) = row.effect else {
                continue;
            };
            if matches!(which, Which::NamedAtOnce) != named_at_once {
                continue;
            }
            let meant: Vec<bool> = self.meant(ranked, which);
            let meant = ranked.iter_mut().zip(meant).filter(|(_, meant)| *meant);
            for (one, _) in meant.filter(|(one, _)| one.finding.confidence > most) {
                one.finding.confidence = most;
                one.row = row.id;
            }
        }
    }

    fn meant(&self, ranked: &[Ranked], which: Which) -> Vec<bool> {
        let open = match which {
            Which::NamedAtOnce => {
                ranked.iter().filter(|one| by_words(one)).count() > 1
                    && ranked.first().is_some_and(by_words)
            }
            _ => true,
        };
        let meant = |one: &Ranked| match which {
            Which::Unnamed(causes) => {
                causes.contains(&one.cause.id) && !self.facts.said.names(one.cause.id)
            }
            Which::By(trust) => one.finding.trust == trust,
            Which::NamedAtOnce => by_words(one),
        };
        ranked.iter().map(|one| open && meant(one)).collect()
    }

    fn order(&self, ranked: &mut [Ranked]) {
        let orders: Vec<Order> = self
            .rows
            .iter()
            .filter_map(|row| match row.effect {
                Effect::Order(order) => Some(order),
                _ => None,
            })
            .collect();
        ranked.sort_by_key(|one| {
            let key = |order: &Order| match order {
                Order::Harmless => u8::from(one.finding.harmless),
                Order::Confidence => one.finding.confidence as u8,
                Order::Trust => one.finding.trust as u8,
            };
            Reverse(orders.iter().map(key).collect::<Vec<u8>>())
        });
    }

    fn explain(&self, ranked: &mut Vec<Ranked>) {
        if !self.has(|effect| matches!(effect, Effect::Explain)) {
            return;
        }
        let mut kept: Vec<Ranked> = Vec::new();
        for one in ranked.drain(..) {
            let mut before = kept.iter();
            if !before.any(|before| before.finding.hides.contains(&one.cause.id)) {
                kept.push(one);
            }
        }
        *ranked = kept;
    }

    /// The cause by what was sent.
    fn stands(&self) -> Option<Ranked> {
        let (row, id) = self.first(|effect| match effect {
            Effect::Stands(cause) => Some(cause),
            _ => None,
        })?;
        Some(Ranked {
            cause: causes::by_id(id)?,
            finding: usual::finding(self.facts, id),
            row: row.id,
        })
    }

    /// Adds what is usual, where the first answer is not proven.
    fn fill_up(&self, ranked: &mut Vec<Ranked>) {
        let open = ranked.first().is_some_and(|first| {
            first.finding.confidence != Confidence::Certain && !first.finding.harmless
        });
        let usual = self.first(|effect| match effect {
            Effect::Beside(causes) => Some(causes),
            _ => None,
        });
        let Some((row, usual)) = usual.filter(|_| open) else {
            return;
        };
        for id in self.known_first(usual) {
            let known = ranked
                .iter()
                .any(|one| one.cause.id == id || one.finding.hides.contains(&id));
            if ranked.len() < ANSWERS && !known {
                ranked.extend(causes::by_id(id).map(|cause| Ranked {
                    cause,
                    finding: Finding::possible(Trust::Typical),
                    row: row.id,
                }));
            }
        }
    }

    /// Those first for which the product that answered is known to send this response.
    fn known_first(&self, usual: &[&'static str]) -> Vec<&'static str> {
        if !self.has(|effect| matches!(effect, Effect::KnownFirst)) {
            return usual.to_vec();
        }
        let known = self.facts.said.known.as_ref();
        let known = known.filter(|known| known.shown > Shown::Unknown);
        let (mut first, others): (Vec<_>, Vec<_>) = usual
            .iter()
            .copied()
            .partition(|id| known.is_some_and(|known| known.causes.contains(id)));
        first.extend(others);
        first
    }

    fn has(&self, is: impl Fn(Effect) -> bool) -> bool {
        self.rows.iter().any(|row| is(row.effect))
    }

    fn first<T>(&self, what: impl Fn(Effect) -> Option<T>) -> Option<(&'static Row, T)> {
        let mut rows = self.rows.iter().copied();
        rows.find_map(|row| what(row.effect).map(|what| (row, what)))
    }
}

/// Whether the server's words prove it.
fn by_words(one: &Ranked) -> bool {
    one.finding.confidence == Confidence::Certain
        && matches!(one.finding.trust, Trust::Body | Trust::Header)
}
