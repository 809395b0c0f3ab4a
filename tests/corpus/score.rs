//! How often the first answer was right, by family, by browser and by confidence.

use std::collections::BTreeMap;
use std::fmt;

use why401::diagnosis::{Confidence, Diagnosis};

use crate::cases::Case;

#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    among_three: usize,
    all: usize,
}

impl Tally {
    fn add(&mut self, right: bool, among_three: bool) {
        self.right += usize::from(right);
        self.among_three += usize::from(among_three);
        self.all += 1;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part: usize| 100.0 * part as f64 / self.all.max(1) as f64;
        write!(
            formatter,
            "{:>3} of {:>3} first ({:5.1} %), {:>3} among three ({:5.1} %)",
            self.right,
            self.all,
            percent(self.right),
            self.among_three,
            percent(self.among_three)
        )
    }
}

/// The score of a run.
#[derive(Default)]
pub(crate) struct Score {
    all: Tally,
    seen: Tally,
    held_out: Tally,
    browsers: BTreeMap<String, Tally>,
    families: BTreeMap<String, Tally>,
    confidence: BTreeMap<&'static str, Tally>,
    misses: Vec<String>,
    certain_and_wrong: Vec<String>,
    misleading: Vec<String>,
    false_alarms: Vec<String>,
}

impl Score {
    /// Counts one case.
    pub(crate) fn add(&mut self, case: &Case, diagnosis: &Diagnosis) {
        let first = diagnosis.cause.unwrap_or("nothing");
        let right = case.expect.accepts(first);
        let others: Vec<&str> = diagnosis.others.iter().map(|other| other.cause).collect();
        let among_three = right
            || others
                .iter()
                .take(2)
                .any(|other| case.expect.accepts(other));
        let family = case.expect.cause.clone();
        let part = if case.is_held_out() {
            &mut self.held_out
        } else {
            &mut self.seen
        };
        part.add(right, among_three);
        self.all.add(right, among_three);
        self.browsers
            .entry(case.browser.clone())
            .or_default()
            .add(right, among_three);
        self.families
            .entry(family)
            .or_default()
            .add(right, among_three);
        self.confidence
            .entry(word(diagnosis.confidence))
            .or_default()
            .add(right, among_three);
        if !right {
            self.misses.push(format!(
                "{}: said {first} ({}), then {}; right: {} {:?}",
                case.name,
                word(diagnosis.confidence),
                others.join(", "),
                case.expect.cause,
                case.expect.also
            ));
            if diagnosis.confidence == Confidence::Certain {
                self.certain_and_wrong.push(case.name.clone());
            }
        }
        if case.expect.not.iter().any(|id| id == first) {
            self.misleading.push(format!("{}: {first}", case.name));
        }
        if case.expect.silent && diagnosis.alarm {
            self.false_alarms.push(case.name.clone());
        }
    }

    /// The share of right first answers.
    pub(crate) fn first(&self) -> f64 {
        self.all.right as f64 / self.all.all.max(1) as f64
    }

    /// The share of cases with a right answer among the first three.
    pub(crate) fn top_three(&self) -> f64 {
        self.all.among_three as f64 / self.all.all.max(1) as f64
    }

    /// Cases in which a wrong cause was called certain.
    pub(crate) fn certain_and_wrong(&self) -> Vec<String> {
        self.certain_and_wrong.clone()
    }

    /// Cases that alarm though nothing is wrong.
    pub(crate) fn false_alarms(&self) -> Vec<String> {
        self.false_alarms.clone()
    }
}

fn word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Possible => "possible",
        Confidence::Likely => "likely",
        Confidence::Certain => "certain",
    }
}

impl fmt::Display for Score {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for miss in &self.misses {
            writeln!(formatter, "miss  {miss}")?;
        }
        for one in &self.misleading {
            writeln!(formatter, "misleading  {one}")?;
        }
        for (family, tally) in &self.families {
            writeln!(formatter, "{family:>32}  {tally}")?;
        }
        for (browser, tally) in &self.browsers {
            writeln!(formatter, "{browser:>32}  {tally}")?;
        }
        for (confidence, tally) in &self.confidence {
            writeln!(formatter, "{:>32}  {tally}", format!("said {confidence}"))?;
        }
        writeln!(
            formatter,
            "{:>32}  {}",
            "seen while writing the rules", self.seen
        )?;
        writeln!(formatter, "{:>32}  {}", "held out", self.held_out)?;
        writeln!(formatter, "{:>32}  {}", "all", self.all)
    }
}
