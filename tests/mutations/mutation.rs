//! The rules with one thing taken out.

use why401::causes::{self, Cause, Rule, Rules, Signal};
use why401::facts::Facts;

/// The rules of a cause with one condition, or one rule, taken out.
pub(crate) struct Mutation {
    cause: &'static Cause,
    what: String,
    changed: &'static Cause,
    /// The condition, and whether it had to hold.
    left_out: Option<(Signal, bool)>,
    /// The rule that has to fire for the change to matter, of the rules as they are or as they are changed.
    fires: Option<(&'static Rules, &'static Rule)>,
}

/// What a cause comes to: the rule that decides, and the sentence that is told in place of the rule's own.
type Outcome = (Option<&'static str>, Option<&'static str>);

impl Mutation {
    fn new(cause: &'static Cause, what: String, rules: Rules) -> Self {
        let rules = Box::leak(Box::new(rules));
        let changed = Box::leak(Box::new(Cause {
            id: cause.id,
            rules,
            signs_out: cause.signs_out,
        }));
        Self {
            cause,
            what,
            changed,
            left_out: None,
            fires: None,
        }
    }

    /// The same where a condition was taken out that had to hold, or had not to.
    fn without(mut self, signal: Signal, wanted: bool) -> Self {
        self.left_out = Some((signal, wanted));
        self
    }

    /// The same where it was taken out of the rule in this place.
    fn in_row(mut self, place: usize) -> Self {
        let rules = self.changed.rules;
        self.fires = rules.rows.get(place).map(|rule| (rules, rule));
        self
    }

    /// The same where the rule in this place was taken out.
    fn without_row(mut self, place: usize) -> Self {
        let rules = self.cause.rules;
        self.fires = rules.rows.get(place).map(|rule| (rules, rule));
        self
    }

    /// What was taken out, such as `token-expired/past: when the token is past its exp`.
    pub(crate) fn name(&self) -> String {
        format!("{}{}", self.cause.id, self.what)
    }

    /// All causes, with this one changed.
    pub(crate) fn causes(&self) -> Vec<&'static Cause> {
        let all = causes::ALL.iter().copied();
        all.map(|cause| {
            if cause.id == self.cause.id {
                self.changed
            } else {
                cause
            }
        })
        .collect()
    }

    /// Whether the cause itself comes to something else for these facts.
    pub(crate) fn matters(&self, facts: &Facts<'_>) -> bool {
        let satisfied = |(signal, wanted): (Signal, bool)| signal.holds(facts) == wanted;
        let fires = |(rules, rule): (&Rules, &Rule)| rules.barred(rule, facts).is_none();
        !self.left_out.is_some_and(satisfied)
            && self.fires.is_none_or(fires)
            && outcome(self.cause.rules, facts) != outcome(self.changed.rules, facts)
    }
}

fn outcome(rules: &Rules, facts: &Facts<'_>) -> Outcome {
    let mut rows = rules.rows.iter();
    let Some(rule) = rows.find(|rule| rules.barred(rule, facts).is_none()) else {
        return (None, None);
    };
    let mut variants = rules.variants.iter();
    let told = variants.find(|(_, when)| when.iter().all(|signal| signal.holds(facts)));
    (Some(rule.id), told.map(|(variant, _)| *variant))
}

/// Every rule and every condition of every cause, taken out one at a time.
pub(crate) fn all() -> Vec<Mutation> {
    causes::ALL.iter().copied().flat_map(of).collect()
}

fn of(cause: &'static Cause) -> Vec<Mutation> {
    let rules = *cause.rules;
    let new = |what: String, rules: Rules| Mutation::new(cause, what, rules);
    let when = each_left_out(rules.when).map(|(signal, when)| {
        new(format!(": when {signal}"), Rules { when, ..rules }).without(signal, true)
    });
    let unless = each_left_out(rules.unless).map(|(signal, unless)| {
        new(format!(": unless {signal}"), Rules { unless, ..rules }).without(signal, false)
    });
    let variants = each_left_out(rules.variants).map(|((variant, _), variants)| {
        new(format!(": variant {variant}"), Rules { variants, ..rules })
    });
    let rows = (0..rules.rows.len()).flat_map(|place| of_row(cause, place));
    when.chain(unless).chain(variants).chain(rows).collect()
}

/// The rule in this place taken out, and each of its conditions.
fn of_row(cause: &'static Cause, place: usize) -> Vec<Mutation> {
    let rules = *cause.rules;
    let Some(rule) = rules.rows.get(place) else {
        return Vec::new();
    };
    let new = |what: String, by: Option<Rule>| {
        let rows = replaced(rules.rows, place, by);
        let what = format!("/{}{what}", rule.id);
        Mutation::new(cause, what, Rules { rows, ..rules })
    };
    let gone = new(String::new(), None).without_row(place);
    let when = each_left_out(rule.needs()).map(|(signal, when)| {
        let changed = new(format!(": when {signal}"), Some(rule.when(when)));
        changed.without(signal, true).in_row(place)
    });
    let unless = each_left_out(rule.excludes()).map(|(signal, unless)| {
        let changed = new(format!(": unless {signal}"), Some(rule.unless(unless)));
        changed.without(signal, false).in_row(place)
    });
    [gone].into_iter().chain(when).chain(unless).collect()
}

/// Each of them with the list that lacks it.
fn each_left_out<T: Copy>(all: &'static [T]) -> impl Iterator<Item = (T, &'static [T])> {
    all.iter()
        .enumerate()
        .map(|(place, one)| (*one, replaced(all, place, None)))
}

/// The list with another in that place, or without it.
fn replaced<T: Copy>(all: &[T], place: usize, by: Option<T>) -> &'static [T] {
    let (before, rest) = all.split_at(place);
    let list: Vec<T> = before
        .iter()
        .copied()
        .chain(by)
        .chain(rest.iter().skip(1).copied())
        .collect();
    Vec::leak(list)
}
