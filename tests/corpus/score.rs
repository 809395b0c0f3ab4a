//! How often the first answer was right, by family, by browser and by confidence: with every cause that a case accepts,
//! and strictly, with none but the expected one.

use std::collections::BTreeMap;
use std::fmt;

use why401::diagnosis::{Confidence, Diagnosis};

use crate::cases::{Case, Expect};

/// How an answer compares with what is right.
#[derive(Clone, Copy)]
struct Outcome {
    /// The first answer is one of those that are right.
    right: bool,
    /// The first answer is the expected cause itself.
    strict: bool,
    /// One of the first three is right.
    among_three: bool,
}

impl Outcome {
    fn of(expect: &Expect, first: &str, others: &[&str]) -> Self {
        let right = expect.accepts(first);
        let second = others.iter().take(2).any(|other| expect.accepts(other));
        Self {
            right,
            strict: expect.cause == first,
            among_three: right || second,
        }
    }
}

/// How many answers were right.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) strict: usize,
    pub(crate) among_three: usize,
    pub(crate) all: usize,
}

impl Tally {
    fn add(&mut self, outcome: Outcome) {
        self.right += usize::from(outcome.right);
        self.strict += usize::from(outcome.strict);
        self.among_three += usize::from(outcome.among_three);
        self.all += 1;
    }

    /// The share of a part, in percent.
    pub(crate) fn percent(&self, part: usize) -> f64 {
        100.0 * part as f64 / self.all.max(1) as f64
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:>4} of {:>4} first ({:5.1} %), {:>4} strictly ({:5.1} %), {:>4} among three ({:5.1} %)",
            self.right,
            self.all,
            self.percent(self.right),
            self.strict,
            self.percent(self.strict),
            self.among_three,
            self.percent(self.among_three)
        )
    }
}

/// The score of a run.
#[derive(Default)]
pub(crate) struct Score {
    all: Tally,
    undecided: usize,
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
        let others: Vec<&str> = diagnosis.others.iter().map(|other| other.cause).collect();
        let outcome = Outcome::of(&case.expect, first, &others);
        self.count(case, diagnosis.confidence, outcome);
        if !outcome.right {
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

    fn count(&mut self, case: &Case, confidence: Confidence, outcome: Outcome) {
        let part = if case.is_held_out() {
            &mut self.held_out
        } else {
            &mut self.seen
        };
        part.add(outcome);
        self.all.add(outcome);
        self.undecided += usize::from(!case.expect.also.is_empty());
        let browser = self.browsers.entry(case.browser.clone());
        browser.or_default().add(outcome);
        let family = self.families.entry(case.expect.cause.clone());
        family.or_default().add(outcome);
        let confidence = self.confidence.entry(word(confidence));
        confidence.or_default().add(outcome);
    }

    /// All cases.
    pub(crate) fn all(&self) -> Tally {
        self.all
    }

    /// How many cases accept another cause beside the one expected.
    pub(crate) fn undecided(&self) -> usize {
        self.undecided
    }

    /// The cases of one browser.
    pub(crate) fn in_browser(&self, name: &str) -> Tally {
        self.browsers.get(name).copied().unwrap_or_default()
    }

    /// The cases whose answer was called certain.
    pub(crate) fn said_certain(&self) -> Tally {
        let certain = self.confidence.get(word(Confidence::Certain));
        certain.copied().unwrap_or_default()
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
