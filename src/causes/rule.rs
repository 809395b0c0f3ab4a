//! Rules as rows: when a cause holds, how surely, and what follows from it, as data that can be listed and traced.
//!
//! A cause holds by the first of its rules whose conditions hold: `when` all of them, `unless` none.
//! A row says what a reader can check one by one; `why401 trace` prints for each rule whether it fired, and else the
//! first condition that kept it from firing.

use serde_json::Value;

use super::finding::{Evidence, Finding, Fix, Trust};
use super::signal::Signal;
use crate::diagnosis::{Basis, Confidence, Effort, Phase, Subject, Who};
use crate::facts::Facts;

/// A value of an exchange that belongs into words, with the name under which they use it: `{header}`.
pub type Fill = (&'static str, fn(&Facts<'_>) -> Option<Value>);

/// The rules of a cause, and what they share.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// What must hold for any of them.
    pub when: &'static [Signal],
    /// What keeps all of them from holding.
    pub unless: &'static [Signal],
    /// The rules; the first that holds decides.
    pub rows: &'static [Rule],
    /// Why the cause is held to be so, whichever rule decided; after the rule's own evidence.
    pub because: &'static [Because],
    /// Causes that are explained by this one.
    pub hides: &'static [&'static str],
    /// The values that belong into its words.
    pub fills: &'static [Fill],
    /// How it is fixed.
    pub fixes: &'static [Repair],
}

/// One way in which a cause shows itself.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id within the cause, such as `status-401`; it never changes its meaning.
    pub id: &'static str,
    when: &'static [Signal],
    unless: &'static [Signal],
    confidence: Confidence,
    trust: Trust,
    variant: &'static str,
    phase: Option<Phase>,
    because: &'static [Because],
    hides: &'static [&'static str],
}

/// A piece of evidence, as a row.
#[derive(Clone, Copy, Debug)]
pub struct Because {
    kind: Subject,
    basis: Basis,
    key: &'static str,
    fills: &'static [Fill],
    when: &'static [Signal],
}

/// A way to fix a cause, as a row.
#[derive(Clone, Copy, Debug)]
pub struct Repair {
    /// Who can do it.
    pub who: Who,
    /// How hard it is.
    pub effort: Effort,
    /// The key of its words, as in [`Fix::key`].
    pub key: &'static str,
    snippet: Option<&'static str>,
    when: &'static [Signal],
}

/// What kept a rule from firing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// This signal had to hold, and did not.
    Missing(Signal),
    /// This signal must not hold, and did.
    Present(Signal),
}

impl Rules {
    /// Rules that share nothing.
    pub const BARE: Self = Self {
        when: &[],
        unless: &[],
        rows: &[],
        because: &[],
        hides: &[],
        fills: &[],
        fixes: &[],
    };

    /// What is found for these facts; `None` where no rule holds.
    pub fn examine(&self, facts: &Facts<'_>) -> Option<Finding> {
        let rule = self
            .rows
            .iter()
            .find(|rule| self.barred(rule, facts).is_none())?;
        let finding = rule.finding(facts);
        let finding = self
            .because
            .iter()
            .filter(|because| because.holds(facts))
            .fold(finding, |finding, because| {
                finding.because(because.evidence(facts))
            });
        let finding = filled(finding, self.fills, facts).hiding(self.hides);
        let fixes = self.fixes.iter().filter(|repair| repair.holds(facts));
        Some(fixes.fold(finding, |finding, repair| finding.fix(repair.fix())))
    }

    /// The first condition that keeps a rule from firing; `None` where it fires.
    pub fn barred(&self, rule: &Rule, facts: &Facts<'_>) -> Option<Barred> {
        barred(self.when, self.unless, facts).or_else(|| barred(rule.when, rule.unless, facts))
    }
}

impl Rule {
    /// A rule that proves its cause.
    pub const fn certain(id: &'static str, trust: Trust) -> Self {
        Self::new(id, Confidence::Certain, trust)
    }

    /// A rule that would by itself explain the failure.
    pub const fn likely(id: &'static str, trust: Trust) -> Self {
        Self::new(id, Confidence::Likely, trust)
    }

    /// A rule that sometimes explains it.
    pub const fn possible(id: &'static str, trust: Trust) -> Self {
        Self::new(id, Confidence::Possible, trust)
    }

    const fn new(id: &'static str, confidence: Confidence, trust: Trust) -> Self {
        Self {
            id,
            when: &[],
            unless: &[],
            confidence,
            trust,
            variant: "",
            phase: None,
            because: &[],
            hides: &[],
        }
    }

    /// What must hold, all of it.
    #[must_use]
    pub const fn when(mut self, signals: &'static [Signal]) -> Self {
        self.when = signals;
        self
    }

    /// What must not hold, none of it.
    #[must_use]
    pub const fn unless(mut self, signals: &'static [Signal]) -> Self {
        self.unless = signals;
        self
    }

    /// Another sentence of the cause, as in [`Finding::variant`].
    #[must_use]
    pub const fn variant(mut self, variant: &'static str) -> Self {
        self.variant = variant;
        self
    }

    /// When it happened.
    #[must_use]
    pub const fn phase(mut self, phase: Phase) -> Self {
        self.phase = Some(phase);
        self
    }

    /// The evidence of this rule.
    #[must_use]
    pub const fn because(mut self, evidence: &'static [Because]) -> Self {
        self.because = evidence;
        self
    }

    /// Causes that are explained by this rule beyond those of all its cause's rules.
    #[must_use]
    pub const fn hides(mut self, causes: &'static [&'static str]) -> Self {
        self.hides = causes;
        self
    }

    /// How sure it is of its cause.
    pub const fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// The conditions in the order in which they are asked: what must hold, then what must not.
    pub fn conditions(&self) -> impl Iterator<Item = Barred> {
        let missing = self.when.iter().copied().map(Barred::Missing);
        missing.chain(self.unless.iter().copied().map(Barred::Present))
    }

    fn finding(&self, facts: &Facts<'_>) -> Finding {
        let mut finding = Finding::new(self.confidence, self.trust).variant(self.variant);
        finding.rule = self.id;
        finding.phase = self.phase;
        let because = self.because.iter().filter(|because| because.holds(facts));
        because
            .fold(finding, |finding, because| {
                finding.because(because.evidence(facts))
            })
            .hiding(self.hides)
    }
}

impl Because {
    /// Something that was seen.
    pub const fn observed(kind: Subject, key: &'static str) -> Self {
        Self::new(kind, Basis::Observed, key)
    }

    /// Something that follows from what was seen.
    pub const fn inferred(kind: Subject, key: &'static str) -> Self {
        Self::new(kind, Basis::Inferred, key)
    }

    /// Something that cannot be known here.
    pub const fn unknown(kind: Subject, key: &'static str) -> Self {
        Self::new(kind, Basis::Unknown, key)
    }

    const fn new(kind: Subject, basis: Basis, key: &'static str) -> Self {
        Self {
            kind,
            basis,
            key,
            fills: &[],
            when: &[],
        }
    }

    /// The values that belong into its words.
    #[must_use]
    pub const fn with(mut self, fills: &'static [Fill]) -> Self {
        self.fills = fills;
        self
    }

    /// What must hold for it to be told.
    #[must_use]
    pub const fn when(mut self, signals: &'static [Signal]) -> Self {
        self.when = signals;
        self
    }

    fn holds(&self, facts: &Facts<'_>) -> bool {
        barred(self.when, &[], facts).is_none()
    }

    fn evidence(&self, facts: &Facts<'_>) -> Evidence {
        let evidence = Evidence::new(self.kind, self.basis, self.key);
        self.fills
            .iter()
            .filter_map(|(name, value)| Some((*name, value(facts)?)))
            .fold(evidence, |evidence, (name, value)| {
                evidence.arg(name, value)
            })
    }
}

impl Repair {
    /// For the person browsing.
    pub const fn person(effort: Effort, key: &'static str) -> Self {
        Self::new(Who::Person, effort, key)
    }

    /// For the front-end developer.
    pub const fn frontend(effort: Effort, key: &'static str) -> Self {
        Self::new(Who::Frontend, effort, key)
    }

    /// For the back-end developer or administrator.
    pub const fn backend(effort: Effort, key: &'static str) -> Self {
        Self::new(Who::Backend, effort, key)
    }

    const fn new(who: Who, effort: Effort, key: &'static str) -> Self {
        Self {
            who,
            effort,
            key,
            snippet: None,
            when: &[],
        }
    }

    /// A piece of code, by its recipe's id.
    #[must_use]
    pub const fn snippet(mut self, recipe: &'static str) -> Self {
        self.snippet = Some(recipe);
        self
    }

    /// What must hold for it to be offered.
    #[must_use]
    pub const fn when(mut self, signals: &'static [Signal]) -> Self {
        self.when = signals;
        self
    }

    fn holds(&self, facts: &Facts<'_>) -> bool {
        barred(self.when, &[], facts).is_none()
    }

    fn fix(&self) -> Fix {
        let fix = match self.who {
            Who::Person => Fix::person(self.effort, self.key),
            Who::Frontend => Fix::frontend(self.effort, self.key),
            Who::Backend => Fix::backend(self.effort, self.key),
        };
        match self.snippet {
            Some(recipe) => fix.snippet(recipe),
            None => fix,
        }
    }
}

fn barred(when: &[Signal], unless: &[Signal], facts: &Facts<'_>) -> Option<Barred> {
    let missing = when.iter().find(|signal| !signal.holds(facts));
    missing.map(|signal| Barred::Missing(*signal)).or_else(|| {
        let present = unless.iter().find(|signal| signal.holds(facts));
        present.map(|signal| Barred::Present(*signal))
    })
}

fn filled(finding: Finding, fills: &[Fill], facts: &Facts<'_>) -> Finding {
    fills
        .iter()
        .filter_map(|(name, value)| Some((*name, value(facts)?)))
        .fold(finding, |finding, (name, value)| finding.arg(name, value))
}
