//! Which entries of a long log are kept: those around the failing ones, and what signs in or sets cookies.

use crate::exchange::{Entry, Exchange};
use crate::facts::failing;
use crate::facts::names::Purpose;

/// Up to so many entries are kept all together.
const WHOLE: usize = 1_000;

/// So many entries before a failing one are kept.
const BEFORE: usize = 150;

/// So many entries after a failing one are kept.
const AFTER: usize = 50;

/// So many failing requests of a long log are explained: the last ones.
const FAILING: usize = 40;

/// So many sign-ins, refreshes and cookies set are kept of a long log: the last ones.
const NOTED: usize = 400;

/// So much text is kept of a log in all, in bytes.
const BYTES: usize = 48 << 20;

/// What has to be known of an entry to choose.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sketch {
    fails: Fails,
    /// Whether it signs in or out, renews, or sets a cookie.
    noted: bool,
    /// How much text of it would be kept, in bytes.
    bytes: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Fails {
    #[default]
    Not,
    /// Only where nothing else does: a 403, a redirect to a sign-in.
    Perhaps,
    Plainly,
}

impl Sketch {
    /// Of an entry whose text is cut already.
    pub(super) fn of(entry: &Entry) -> Self {
        let alone = Exchange {
            entries: vec![Entry {
                response: crate::exchange::Response {
                    body: None,
                    ..entry.response.clone()
                },
                ..entry.clone()
            }],
            ..Exchange::default()
        };
        let fails = match entry.response.status {
            _ if failing::failing(&alone).is_empty() => Fails::Not,
            403 | 300..400 => Fails::Perhaps,
            _ => Fails::Plainly,
        };
        let purpose = Purpose::of(&entry.request);
        Self {
            fails,
            noted: !matches!(purpose, Purpose::Other | Purpose::Probe)
                || entry.response.header("set-cookie").is_some(),
            bytes: bytes(entry),
        }
    }
}

fn bytes(entry: &Entry) -> usize {
    let fields = entry.request.fields().iter().chain(entry.response.fields());
    let bodies = entry.request.body.iter().chain(&entry.response.body);
    fields
        .map(|field| field.name.len().saturating_add(field.value.len()))
        .chain(bodies.map(|body| body.text.len()))
        .chain([entry.request.url.len(), size_of::<Entry>()])
        .fold(0, usize::saturating_add)
}

/// What was chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// Whether the entry of this index is kept.
    pub(super) kept: Vec<bool>,
    /// Failing requests that are not explained.
    pub(super) left_out: usize,
}

/// The entries to keep, those around the `asked` one first.
pub(super) fn chosen(sketches: &[Sketch], asked: Option<usize>) -> Choice {
    let all = sketches
        .iter()
        .fold(0_usize, |sum, one| sum.saturating_add(one.bytes));
    if sketches.len() <= WHOLE && all <= BYTES {
        return Choice {
            kept: vec![true; sketches.len()],
            left_out: 0,
        };
    }
    let of = |fails: Fails| -> Vec<usize> {
        let held = sketches.iter().enumerate().rev();
        held.filter(|(_, one)| one.fails == fails)
            .map(|(at, _)| at)
            .collect()
    };
    let plain = of(Fails::Plainly);
    let failing = if plain.is_empty() {
        of(Fails::Perhaps)
    } else {
        plain
    };
    let centres = asked
        .into_iter()
        .chain(failing.iter().copied().take(FAILING));
    let mut chosen = Chosen {
        sketches,
        kept: vec![false; sketches.len()],
        left: BYTES,
    };
    for centre in centres.collect::<Vec<_>>() {
        chosen.keep(centre);
        (1..=AFTER).for_each(|step| chosen.keep(centre.saturating_add(step)));
        (1..=BEFORE)
            .filter_map(|step| centre.checked_sub(step))
            .for_each(|at| chosen.keep(at));
    }
    let noted = sketches.iter().enumerate().rev();
    noted
        .filter(|(_, one)| one.noted)
        .take(NOTED)
        .for_each(|(at, _)| chosen.keep(at));
    let explained = failing
        .iter()
        .filter(|at| chosen.kept.get(**at) == Some(&true))
        .count();
    Choice {
        left_out: failing.len().saturating_sub(explained),
        kept: chosen.kept,
    }
}

struct Chosen<'a> {
    sketches: &'a [Sketch],
    kept: Vec<bool>,
    /// Bytes that may still be kept.
    left: usize,
}

impl Chosen<'_> {
    fn keep(&mut self, at: usize) {
        let Some((sketch, kept)) = self.sketches.get(at).zip(self.kept.get_mut(at)) else {
            return;
        };
        if let (false, Some(left)) = (*kept, self.left.checked_sub(sketch.bytes)) {
            *kept = true;
            self.left = left;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AFTER, BEFORE, BYTES, Choice, FAILING, Fails, NOTED, Sketch, WHOLE, chosen};

    const QUIET: Sketch = Sketch {
        fails: Fails::Not,
        noted: false,
        bytes: 1_000,
    };
    const FAILS: Sketch = Sketch {
        fails: Fails::Plainly,
        ..QUIET
    };

    fn count(choice: &Choice) -> usize {
        choice.kept.iter().filter(|kept| **kept).count()
    }

    #[test]
    fn a_short_log_is_kept_whole() {
        assert_eq!(count(&chosen(&[QUIET; WHOLE], None)), WHOLE);
    }

    #[test]
    fn of_a_long_log_the_neighbours_of_the_failing_one_are_kept() {
        let mut log = vec![QUIET; 10_000];
        log[5_000] = FAILS;
        log[10].noted = true;
        let choice = chosen(&log, None);
        assert_eq!(count(&choice), BEFORE + 1 + AFTER + 1);
        assert!(choice.kept[10] && choice.kept[5_000 - BEFORE] && choice.kept[5_000 + AFTER]);
        assert_eq!(choice.left_out, 0);
    }

    #[test]
    fn the_one_that_is_asked_for_is_kept() {
        let choice = chosen(&vec![QUIET; 10_000], Some(7));
        assert!(choice.kept[7]);
    }

    #[test]
    fn a_log_of_nothing_but_failures_stays_bounded() {
        let mut log = vec![FAILS; 300_000];
        for one in &mut log {
            one.noted = true;
        }
        let choice = chosen(&log, None);
        assert!(count(&choice) <= FAILING * (BEFORE + 1 + AFTER) + NOTED);
        assert_eq!(choice.left_out + count(&choice), log.len());
    }

    #[test]
    fn no_more_text_is_kept_than_is_allowed() {
        let big = Sketch {
            bytes: BYTES / 10,
            ..FAILS
        };
        assert_eq!(count(&chosen(&[big; 400], None)), 10);
    }
}
