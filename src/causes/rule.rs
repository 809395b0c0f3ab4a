//! Rules as rows: when a cause holds, how surely, and what follows from it, as data that can be listed and traced.
//!
//! A cause holds by the first of its rules whose conditions hold: `when` all of them, `unless` none.
//! A row says what a reader can check one by one; `why401 trace` prints for each rule whether it fired, and else the
//! first condition that kept it from firing.

use serde_json::Value;

use super::finding::{Evidence, Finding, Fix, Trust};
use super::signal::Signal;
use super::withheld::deciding::Kept;
use super::withheld::told;
use crate::diagnosis::{Basis, Confidence, Effort, Phase, Subject, Who};
use crate::facts::Facts;

/// A value of an exchange that belongs into words, with the name under which they use it: `{header}`. It is null where
/// there is none, and then the words do without it.
pub type Fill = (&'static str, fn(&Facts<'_>) -> Value);

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
    /// Other sentences than that of the deciding rule; the first whose signals hold is told.
    pub variants: &'static [(&'static str, &'static [Signal])],
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
    strength: Strength,
    at_most: Confidence,
    weighed_as: Option<Trust>,
    variant: &'static str,
    phase: Option<Phase>,
    because: &'static [Because],
    hides: &'static [&'static str],
    fills: &'static [Fill],
    harmless: bool,
    fixes: Option<&'static [Repair]>,
    cookie: Option<Kept>,
    hides_where: (&'static [Signal], &'static [&'static str]),
}

/// How sure a rule is, and whose word decides it.
#[derive(Clone, Copy, Debug)]
enum Strength {
    /// Always so.
    Fixed(Confidence, Trust),
    /// As the server has it that names or hints at this cause; its words are the evidence.
    Said(&'static str),
    /// Always so, and trusted as the place in which the server names or hints at this cause.
    Heard(Confidence, &'static str),
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
        variants: &[],
        fixes: &[],
    };

    /// What is found for these facts; `None` where no rule holds.
    pub fn examine(&self, facts: &Facts<'_>) -> Option<Finding> {
        let rule = self
            .rows
            .iter()
            .find(|rule| self.barred(rule, facts).is_none())?;
        let finding = rule.finding(facts)?;
        let finding = self
            .because
            .iter()
            .filter(|because| because.holds(facts))
            .fold(finding, |finding, because| {
                finding.because(because.evidence(facts))
            });
        let mut finding = values(self.fills, facts)
            .fold(finding, |finding, (name, value)| finding.arg(name, value))
            .hiding(self.hides);
        let mut variants = self.variants.iter();
        if let Some((variant, _)) = variants.find(|(_, when)| barred(when, &[], facts).is_none()) {
            finding.variant = variant;
        }
        let fixes = rule.fixes.unwrap_or(self.fixes).iter();
        let fixes = fixes.filter(|repair| repair.holds(facts));
        Some(fixes.fold(finding, |finding, repair| finding.fix(repair.fix())))
    }

    /// Every way to fix the cause, whichever rule decides; one that several rules offer stands more than once.
    pub fn repairs(&self) -> impl Iterator<Item = &'static Repair> {
        let own = self.rows.iter().filter_map(|rule| rule.fixes).flatten();
        self.fixes.iter().chain(own)
    }

    /// The first condition that keeps a rule from firing; `None` where it fires.
    pub fn barred(&self, rule: &Rule, facts: &Facts<'_>) -> Option<Barred> {
        barred(self.when, self.unless, facts).or_else(|| rule.barred(facts))
    }
}

impl Rule {
    /// A rule that proves its cause.
    pub const fn certain(id: &'static str, trust: Trust) -> Self {
        Self::new(id, Strength::Fixed(Confidence::Certain, trust))
    }

    /// A rule that would by itself explain the failure.
    pub const fn likely(id: &'static str, trust: Trust) -> Self {
        Self::new(id, Strength::Fixed(Confidence::Likely, trust))
    }

    /// A rule that sometimes explains it.
    pub const fn possible(id: &'static str, trust: Trust) -> Self {
        Self::new(id, Strength::Fixed(Confidence::Possible, trust))
    }

    /// A rule that holds where the server names or hints at this cause, and is as sure as the server's word.
    pub const fn said(id: &'static str, cause: &'static str) -> Self {
        Self::new(id, Strength::Said(cause))
    }

    /// A rule that holds where the server names or hints at this cause, is as sure as given, and trusted as the place
    /// where the server says so: a header field more than a body.
    pub const fn heard(id: &'static str, confidence: Confidence, cause: &'static str) -> Self {
        Self::new(id, Strength::Heard(confidence, cause))
    }

    const fn new(id: &'static str, strength: Strength) -> Self {
        Self {
            id,
            when: &[],
            unless: &[],
            strength,
            at_most: Confidence::Certain,
            weighed_as: None,
            variant: "",
            phase: None,
            because: &[],
            hides: &[],
            fills: &[],
            harmless: false,
            fixes: None,
            cookie: None,
            hides_where: (&[], &[]),
        }
    }

    /// No surer than this, whatever the server says.
    #[must_use]
    pub const fn at_most(mut self, confidence: Confidence) -> Self {
        self.at_most = confidence;
        self
    }

    /// Trusted as this kind of evidence, whatever the server's voice.
    #[must_use]
    pub const fn weighed_as(mut self, trust: Trust) -> Self {
        self.weighed_as = Some(trust);
        self
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

    /// The values of this rule that belong into the cause's words, beyond those of all its rules.
    #[must_use]
    pub const fn with(mut self, fills: &'static [Fill]) -> Self {
        self.fills = fills;
        self
    }

    /// How it is fixed where this rule decides, in place of the cause's own ways.
    #[must_use]
    pub const fn fixed_by(mut self, fixes: &'static [Repair]) -> Self {
        self.fixes = Some(fixes);
        self
    }

    /// Where it holds, nothing is at fault.
    #[must_use]
    pub const fn harmless(mut self) -> Self {
        self.harmless = true;
        self
    }

    /// The cookie that it is about: it holds only where that cookie never reached the server, and tells of it.
    #[must_use]
    pub const fn about(mut self, cookie: Kept) -> Self {
        self.cookie = Some(cookie);
        self
    }

    /// Causes that are explained by this rule where these signals hold.
    #[must_use]
    pub const fn hides_where(
        mut self,
        causes: (&'static [Signal], &'static [&'static str]),
    ) -> Self {
        self.hides_where = causes;
        self
    }

    /// What must hold, beyond what all rules of the cause share.
    pub const fn needs(&self) -> &'static [Signal] {
        self.when
    }

    /// What must not hold, beyond what all rules of the cause share.
    pub const fn excludes(&self) -> &'static [Signal] {
        self.unless
    }

    fn barred(&self, facts: &Facts<'_>) -> Option<Barred> {
        let said = match self.strength {
            Strength::Said(cause) | Strength::Heard(_, cause) => Some(Signal::Said(cause)),
            Strength::Fixed(..) => None,
        };
        let mut implied = said.into_iter().chain(self.cookie.map(Signal::Kept));
        let missing = implied.find(|signal| !signal.holds(facts));
        missing
            .map(Barred::Missing)
            .or_else(|| barred(self.when, self.unless, facts))
    }

    /// What it finds where it holds; `None` where the server says nothing of it.
    fn finding(&self, facts: &Facts<'_>) -> Option<Finding> {
        let mut finding = match self.strength {
            Strength::Fixed(confidence, trust) => Finding::new(confidence, trust),
            Strength::Said(cause) => Finding::said(&facts.said, cause)?,
            Strength::Heard(confidence, cause) => {
                let (voice, _) = facts.said.cause(cause)?;
                Finding::new(confidence, Trust::from(voice))
            }
        }
        .variant(self.variant);
        finding.rule = self.id;
        finding.confidence = finding.confidence.min(self.at_most);
        finding.trust = self.weighed_as.unwrap_or(finding.trust);
        finding.phase = self.phase;
        finding.harmless = self.harmless;
        if let Some(cookie) = self.cookie {
            finding = told::tell(facts, cookie, finding);
        }
        let (when, also) = self.hides_where;
        let also = if barred(when, &[], facts).is_none() {
            also
        } else {
            &[]
        };
        let because = self.because.iter().filter(|because| because.holds(facts));
        let finding = because.fold(finding, |finding, because| {
            finding.because(because.evidence(facts))
        });
        Some(
            values(self.fills, facts)
                .fold(finding, |finding, (name, value)| finding.arg(name, value))
                .hiding(self.hides)
                .hiding(also),
        )
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
        values(self.fills, facts).fold(evidence, |evidence, (name, value)| {
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

fn values(fills: &[Fill], facts: &Facts<'_>) -> impl Iterator<Item = (&'static str, Value)> {
    fills
        .iter()
        .map(|(name, value)| (*name, value(facts)))
        .filter(|(_, value)| !value.is_null())
}
