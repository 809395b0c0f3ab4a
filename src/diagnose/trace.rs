//! Why this answer and not another: what each rule came to, and what became of it on the way to the answer.

use serde::Serialize;

use super::judge::{Judge, Ranked};
use super::{explanation_of, found, policy, ranked};
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
        /// The row of the policy that made it less sure; empty where none did.
        policy: &'static str,
    },
    /// It is in the answer because it is usual for such a request, and not because anything shows it.
    Usual {
        /// Its place.
        place: usize,
        /// The row of the policy that put it there.
        policy: &'static str,
    },
    /// It fired, and another cause explains it.
    Silenced {
        /// The cause that explains it.
        by: &'static str,
        /// How sure the rule itself was.
        found: Confidence,
    },
    /// It fired on something that was not there, and that could not be seen.
    LeftOut {
        /// How sure the rule itself was.
        found: Confidence,
        /// The row of the policy that left it out.
        policy: &'static str,
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
    let policy = policy::all();
    let judge = Judge::new(facts, &policy);
    let answer = ranked(facts, causes::ALL, &policy);
    let mut lines: Vec<Line> = answer
        .iter()
        .enumerate()
        .map(|(index, held)| in_answer(index + 1, held, &fired))
        .collect();
    let absent = fired
        .iter()
        .filter(|held| !answer.iter().any(|one| one.cause.id == held.cause.id));
    lines.extend(absent.map(|held| not_in_answer(held, &judge, &answer)));
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

fn in_answer(place: usize, held: &Ranked, fired: &[Ranked]) -> Line {
    let outcome = match fired.iter().find(|one| one.cause.id == held.cause.id) {
        Some(one) => Outcome::Stands {
            place,
            confidence: held.finding.confidence,
            found: one.finding.confidence,
            trust: held.finding.trust,
            policy: held.row,
        },
        None => Outcome::Usual {
            place,
            policy: held.row,
        },
    };
    line(held.cause, held.finding.rule, outcome)
}

fn not_in_answer(held: &Ranked, judge: &Judge<'_>, answer: &[Ranked]) -> Line {
    let found = held.finding.confidence;
    let hidden_by = answer
        .iter()
        .find(|one| one.finding.hides.contains(&held.cause.id))
        // Its silencer is explained by another cause in turn.
        .or_else(|| answer.first());
    let outcome = match judge.left_out_by(held.cause.id) {
        Some(row) => Outcome::LeftOut {
            found,
            policy: row.id,
        },
        None => Outcome::Silenced {
            by: hidden_by.map_or("", |by| by.cause.id),
            found,
        },
    };
    line(held.cause, held.finding.rule, outcome)
}

/// The rules of a cause that did not decide it, each with what kept it from that.
fn not_deciding(cause: &'static Cause, facts: &Facts<'_>, fired: &[Ranked]) -> Vec<Line> {
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
