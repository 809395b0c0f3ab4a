//! The ways to mend a cause, read from its rule: the rule names them, and no second list could go stale.

use crate::causes::{self, Check, Repair};
use crate::diagnosis::{Effort, Who};
use crate::fixes;
use crate::page::Mending;

/// The fixes that the rule of a cause names and those that causes share, each once, the easiest first.
pub(super) fn of(id: &str) -> Vec<Mending> {
    let mut fixes = match causes::by_id(id).map(|cause| cause.check) {
        Some(Check::Rules(rules)) => rules.fixes.iter().map(|fix| of_row(id, fix)).collect(),
        _ => named_in_rule(id),
    };
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

/// The fixes that the function of a cause names, read from its text.
fn named_in_rule(id: &str) -> Vec<Mending> {
    let rule = causes::RULES.iter().find(|(known, _)| *known == id);
    let mut fixes: Vec<Mending> = Vec::new();
    for call in rule.map_or("", |(_, rule)| rule).split("Fix::").skip(1) {
        if let Some(fix) = mending(id, call).filter(|fix| !fixes.contains(fix)) {
            fixes.push(fix);
        }
    }
    fixes
}

/// A key of the cause's own words, unless it names another file's with a dot.
fn own_key(id: &str, key: &str) -> String {
    if key.contains('.') {
        key.to_owned()
    } else {
        format!("{id}.{key}")
    }
}

/// `person(Effort::Easy, "key")`, over one line or several.
fn mending(id: &str, call: &str) -> Option<Mending> {
    let (who, rest) = call.split_once('(')?;
    let (effort, rest) = rest.split_once(',')?;
    let mut quoted = rest.split('"');
    let key = quoted.nth(1)?;
    Some(Mending {
        who: match who {
            "person" => Who::Person,
            "frontend" => Who::Frontend,
            "backend" => Who::Backend,
            _ => return None,
        },
        effort: match effort.trim() {
            "Effort::Easy" => Effort::Easy,
            "Effort::Medium" => Effort::Medium,
            "Effort::Hard" => Effort::Hard,
            _ => return None,
        },
        key: own_key(id, key),
    })
}
