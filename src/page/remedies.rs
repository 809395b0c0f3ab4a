//! The ways to fix a cause, as its rules list them: no second list could go stale.

use crate::causes::{self, Repair, Rules};
use crate::fixes;
use crate::page::Mending;

/// The fixes that the rule of a cause names and those that causes share, each once, the easiest first.
pub(super) fn of(id: &str) -> Vec<Mending> {
    let rules = causes::by_id(id).map(|cause| cause.rules);
    let mut fixes: Vec<Mending> = Vec::new();
    for repair in rules.into_iter().flat_map(Rules::repairs) {
        let fix = of_row(id, repair);
        if !fixes.contains(&fix) {
            fixes.push(fix);
        }
    }
    let shared = fixes::of(id).map(|shared| Mending {
        who: shared.who,
        effort: shared.effort,
        key: shared.key.to_owned(),
    });
    let new: Vec<Mending> = shared
        .filter(|shared| fixes.iter().all(|fix| fix.key != shared.key))
        .collect();
    fixes.extend(new);
    fixes.sort_by_key(|fix| fix.effort);
    fixes
}

fn of_row(id: &str, repair: &Repair) -> Mending {
    Mending {
        who: repair.who,
        effort: repair.effort,
        key: own_key(id, repair.key),
    }
}

/// A key of the cause's own words, unless it names another file's with a dot.
fn own_key(id: &str, key: &str) -> String {
    if key.contains('.') {
        key.to_owned()
    } else {
        format!("{id}.{key}")
    }
}
