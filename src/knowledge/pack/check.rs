//! What must be so of every row and every product; else the build stops.

use std::collections::{BTreeMap, BTreeSet};

use crate::pattern::Pattern;
use crate::product::{KINDS, ProductFile};
use crate::read::{Knowledge, Row, Wrong};

/// Who or what a sentence may be about.
const ABOUT: &[&str] = &[
    "account", "client", "key", "network", "page", "person", "request", "server", "session",
    "token",
];

/// Everything.
pub(crate) fn all(knowledge: &Knowledge, causes: &BTreeSet<String>) -> Result<(), Wrong> {
    let mut wrong = Wrong::new();
    for row in &knowledge.rows {
        let faults = faults(row, causes).into_iter();
        wrong.extend(faults.map(|fault| format!("{}: {fault}", row.place())));
    }
    wrong.extend(reused(knowledge));
    wrong.extend(unaccounted(knowledge));
    wrong.extend(twice(&knowledge.rows));
    wrong.extend(ambiguous(&knowledge.rows));
    for (id, product) in &knowledge.products {
        let faults = of_product(product).into_iter();
        wrong.extend(faults.map(|fault| format!("products/{id}.toml: {fault}")));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn faults(row: &Row, causes: &BTreeSet<String>) -> Vec<String> {
    let written = &row.written;
    let mut found = Vec::new();
    let mut must = |holds: bool, fault: &str| {
        if !holds {
            found.push(fault.to_owned());
        }
    };
    let of_cause = [&written.names, &written.hints];
    let said = of_cause.iter().filter(|words| words.is_some()).count();
    match &row.cause {
        Some(cause) => {
            must(causes.contains(cause), "no such cause");
            must(
                said == 1 && written.words.is_none(),
                "wants either `names` or `hints`",
            );
            let about = written.about.as_deref().unwrap_or_default();
            must(
                ABOUT.contains(&about),
                &format!("`about` must be one of {ABOUT:?}"),
            );
        }
        None => must(
            said == 0 && written.words.is_some(),
            "wants `words`, and neither `names` nor `hints`",
        ),
    }
    must(
        Pattern::of(row.words()).is_some(),
        "is no phrase: words in lower case with single blanks, gaps between them",
    );
    let sourced = written.source.is_some() && written.date.as_deref().is_some_and(is_day);
    must(
        sourced != written.untested,
        "wants `source` and `date`, or else `untested = true`",
    );
    must(
        written.names.is_none() || !written.untested,
        "names a cause and no recorded answer holds it: at most `hints`",
    );
    for other in written.leaves_open.iter().chain(&written.or) {
        must(causes.contains(other), &format!("`{other}` is no cause"));
    }
    found
}

/// A year, a month and a day.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(digits)
}

/// Ids are never used again.
fn reused(knowledge: &Knowledge) -> Wrong {
    let again = knowledge
        .rows
        .iter()
        .filter(|row| knowledge.retired.contains(&row.id()));
    again
        .map(|row| format!("{}: this id was retired, take a new number", row.place()))
        .collect()
}

/// Rows do not vanish: a number that is left out must be retired.
fn unaccounted(knowledge: &Knowledge) -> Wrong {
    let mut last: BTreeMap<(&str, &str), u16> = BTreeMap::new();
    let ids: BTreeSet<String> = knowledge.rows.iter().map(Row::id).collect();
    for row in &knowledge.rows {
        let cause = row.cause.as_deref().unwrap_or("shows");
        let most = last.entry((&row.file, cause)).or_default();
        *most = row.number.max(*most);
    }
    let mut wrong = Wrong::new();
    for ((file, cause), most) in last {
        let all = (1..=most).map(|number| format!("{file}.{cause}.{number}"));
        let gone = all.filter(|id| !ids.contains(id) && !knowledge.retired.contains(id));
        wrong.extend(gone.map(|id| format!("{id} is neither a row nor retired")));
    }
    wrong
}

/// The same words mean the same cause once: in their language, or in the product's own file.
fn twice(rows: &[Row]) -> Wrong {
    let mut seen: BTreeMap<(&str, Option<&str>, &str), String> = BTreeMap::new();
    let mut wrong = Wrong::new();
    for row in rows {
        let key = (row.file.as_str(), row.cause.as_deref(), row.words());
        if let Some(first) = seen.insert(key, row.id()) {
            wrong.push(format!("{}: says what {first} says", row.place()));
        }
    }
    wrong
}

/// One sequence of words names one cause: whoever reads two meanings into one sentence is wrong once.
fn ambiguous(rows: &[Row]) -> Wrong {
    let mut named: BTreeMap<String, &Row> = BTreeMap::new();
    let mut wrong = Wrong::new();
    for row in rows.iter().filter(|row| row.written.names.is_some()) {
        let sequences =
            Pattern::of(row.words()).map_or_else(Vec::new, |pattern| pattern.sequences());
        for sequence in sequences {
            match named.get(&sequence) {
                Some(first) if first.cause != row.cause => {
                    let place = row.place();
                    wrong.push(format!(
                        "{place}: `{sequence}` names another cause in {}",
                        first.id()
                    ));
                }
                Some(_) => {}
                None => {
                    named.insert(sequence, row);
                }
            }
        }
    }
    wrong
}

fn of_product(product: &ProductFile) -> Vec<String> {
    let mut found = Vec::new();
    if !KINDS.contains(&product.kind.as_str()) {
        found.push(format!("`kind` must be one of {KINDS:?}"));
    }
    found.extend(
        product
            .strange_goals()
            .map(|goal| format!("a link has no such goal: {goal}")),
    );
    if product.sources.is_empty() {
        found.push("nothing was read about it: wants a source".to_owned());
    }
    let days = product
        .sources
        .iter()
        .filter(|source| !is_day(&source.date));
    found.extend(days.map(|source| format!("{}: `{}` is no day", source.url, source.date)));
    for lifetime in &product.lifetimes {
        if lifetime.span().is_none() {
            found.push("a lifetime has either `seconds`, or `least` and `most`".to_owned());
        }
        if product
            .sources
            .iter()
            .all(|source| source.url != lifetime.source)
        {
            found.push(format!(
                "a lifetime's source is none of the product's: {}",
                lifetime.source
            ));
        }
    }
    if product.mark_rows().any(|row| !row.is_whole()) {
        found.push("a mark is not whole: see the README".to_owned());
    }
    found
}
