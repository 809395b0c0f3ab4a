//! The policy: how what the rules found becomes one answer, as rows that can be listed, traced and taken out.
//!
//! A row says when it applies and what it does. [`super::judge`] is the one place that reads them; `why401 trace`
//! names the rows that made a cause less sure, left it out, or put it beside the answer.

use crate::causes::{Signal, Trust};
use crate::diagnosis::Confidence;

mod prior;
mod unseen;

pub(super) use unseen::rests_on_absence;

/// One row of the policy.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its id; it never changes its meaning.
    pub id: &'static str,
    /// What must hold for it to apply, all of it.
    pub when: &'static [Signal],
    /// What keeps it from applying, any of it.
    pub unless: &'static [Signal],
    /// What it does.
    pub effect: Effect,
}

/// What a row of the policy does.
#[derive(Clone, Copy, Debug)]
pub enum Effect {
    /// Findings of these causes are left out where the server says nothing of them.
    LeaveOut(&'static [&'static str]),
    /// These findings are no surer than this.
    AtMost(Confidence, Which),
    /// Findings are put in this order; where several rows do, the earlier goes first.
    Order(Order),
    /// What another finding explains is left out.
    Explain,
    /// Where nothing was found, this cause stands by what was sent, never above possible. The first such row counts.
    Stands(&'static str),
    /// These causes are usual for such a request, the commonest first: they fill up the three answers where the first
    /// is not proven. The first such row counts.
    Beside(&'static [&'static str]),
    /// Of the usual causes those go first for which the product that answered is known to send this response.
    KnownFirst,
}

/// Which findings a row is about.
#[derive(Clone, Copy, Debug)]
pub enum Which {
    /// Those of these causes, where the server does not name them.
    Unnamed(&'static [&'static str]),
    /// Those that rest on this kind of evidence.
    By(Trust),
    /// Those that the server's words prove, where they prove two at once and one of them stands first.
    NamedAtOnce,
}

/// By what findings are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// What is no fault goes first: it explains the failure and needs no fix.
    Harmless,
    /// The surer one goes first.
    Confidence,
    /// The better witness goes first. Where they are alike, the list of causes decides.
    Trust,
}

impl Row {
    const fn new(id: &'static str, effect: Effect) -> Self {
        Self {
            id,
            when: &[],
            unless: &[],
            effect,
        }
    }

    const fn when(mut self, signals: &'static [Signal]) -> Self {
        self.when = signals;
        self
    }

    const fn unless(mut self, signals: &'static [Signal]) -> Self {
        self.unless = signals;
        self
    }
}

/// The rows for what was found.
const FOUND: &[Row] = &[
    Row::new("harmless-first", Effect::Order(Order::Harmless)),
    Row::new("surest-first", Effect::Order(Order::Confidence)),
    Row::new("best-witness-first", Effect::Order(Order::Trust)),
    Row::new("explained-by-another", Effect::Explain),
    Row::new(
        "named-at-once",
        Effect::AtMost(Confidence::Likely, Which::NamedAtOnce),
    ),
];

static POLICY: &[&[Row]] = &[
    unseen::ROWS,
    FOUND,
    prior::STANDS,
    prior::KNOWN,
    prior::BESIDE,
];

/// All rows, in the order in which they apply.
pub fn all() -> Vec<&'static Row> {
    POLICY.iter().copied().flatten().collect()
}
