//! Why this answer and not another: what each rule came to, and what became of it on the way to the answer.

use serde::Serialize;

use super::{Held, explanation_of, found, ranked, unseen};
use crate::causes::{self, Barred, Cause, Rule, Rules, Trust};
use crate::diagnosis::Confidence;
use crate::facts::Facts;
use crate::redact::Redacted;

/// What one rule came to.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// The cause that the rule is of.
    pub cause: &'static str,
    /// The rule's id within the cause; empty for a cause that is added as usual.
    pub rule: &'static str,
    /// The file that holds it, from the project's root.
    pub file: String,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// It is in the answer, at this place; 1 is the cause that is named first.
    Stands {
        /// Its place.
        place: usize,
        /// How sure it is in the answer.
        confidence: Confidence,
        /// How sure the rule itself was; another where something contradicted it.
        found: Confidence,
        /// Whose word decided it.
        trust: Trust,
    },
    /// It is in the answer because it is usual for such a request, and not because anything shows it.
    Usual {
        /// Its place.
        place: usize,
    },
    /// It fired, and another cause explains it.
    Silenced {
        /// The cause that explains it.
        by: &'static str,
        /// How sure the rule itself was.
        found: Confidence,
    },
    /// It fired on something that is not there, and the file had its cookies and credentials removed.
    Removed {
        /// How sure the rule itself was.
        found: Confidence,
    },
    /// It fired too, after another rule of its cause.
    Second,
    /// It did not fire because this does not hold.
    Missing {
        /// The signal that had to hold.
        signal: String,
    },
    /// It did not fire because this holds.
    Present {
        /// The signal that must not hold.
        signal: String,
    },
}

/// What every rule came to for the exchange that is to be explained: those of the answer first, then those that fired
/// and are not in it, then those that did not fire, in the order of the causes.
pub fn trace(redacted: &Redacted) -> Vec<Line> {
    explanation_of(redacted, lines).unwrap_or_default()
}

fn lines(facts: &Facts<'_>) -> Vec<Line> {
    let fired = found(facts, causes::ALL);
    let kept = unseen::weakened(facts, found(facts, causes::ALL));
    let answer = ranked(facts, causes::ALL);
    let mut lines: Vec<Line> = answer
        .iter()
        .enumerate()
        .map(|(index, held)| in_answer(index + 1, held, &fired))
        .collect();
    let absent = fired
        .iter()
        .filter(|held| !answer.iter().any(|one| one.cause.id == held.cause.id));
    lines.extend(absent.map(|held| not_in_answer(held, &kept, &answer)));
    lines.extend(
        causes::ALL
            .iter()
            .flat_map(|cause| not_deciding(cause, facts, &fired)),
    );
    lines
}

fn line(cause: &'static Cause, rule: &'static str, outcome: Outcome) -> Line {
    Line {
        cause: cause.id,
        rule,
        file: causes::file_of(cause.id),
        outcome,
    }
}

fn in_answer(place: usize, held: &Held, fired: &[Held]) -> Line {
    let outcome = match fired.iter().find(|one| one.cause.id == held.cause.id) {
        Some(one) => Outcome::Stands {
            place,
            confidence: held.finding.confidence,
            found: one.finding.confidence,
            trust: held.finding.trust,
        },
        None => Outcome::Usual { place },
    };
    line(held.cause, held.finding.rule, outcome)
}

fn not_in_answer(held: &Held, kept: &[Held], answer: &[Held]) -> Line {
    let found = held.finding.confidence;
    let hidden_by = answer
        .iter()
        .find(|one| one.finding.hides.contains(&held.cause.id));
    let outcome = match hidden_by {
        Some(by) => Outcome::Silenced {
            by: by.cause.id,
            found,
        },
        None if !kept.iter().any(|one| one.cause.id == held.cause.id) => Outcome::Removed { found },
        // Its silencer is explained by another cause in turn.
        None => Outcome::Silenced {
            by: answer.first().map_or("", |first| first.cause.id),
            found,
        },
    };
    line(held.cause, held.finding.rule, outcome)
}

/// The rules of a cause that did not decide it, each with what kept it from that.
fn not_deciding(cause: &'static Cause, facts: &Facts<'_>, fired: &[Held]) -> Vec<Line> {
    let decided = fired.iter().find(|held| held.cause.id == cause.id);
    cause
        .rules
        .rows
        .iter()
        .filter(|rule| decided.is_none_or(|held| held.finding.rule != rule.id))
        .map(|rule| line(cause, rule.id, kept_from(cause.rules, rule, facts)))
        .collect()
}

fn kept_from(rules: &Rules, rule: &Rule, facts: &Facts<'_>) -> Outcome {
    match rules.barred(rule, facts) {
        Some(Barred::Missing(signal)) => Outcome::Missing {
            signal: signal.to_string(),
        },
        Some(Barred::Present(signal)) => Outcome::Present {
            signal: signal.to_string(),
        },
        None => Outcome::Second,
    }
}
