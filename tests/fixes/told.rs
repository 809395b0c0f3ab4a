//! The diagnoses of the causes' own cases, and what is said in their fixes.

use std::collections::BTreeSet;

use why401::diagnosis::{Diagnosis, Remedy};

use crate::diagnoses::{Told, all_told};

/// Each case of a cause that has it for its first answer.
pub(crate) fn of_cause() -> impl Iterator<Item = (&'static str, &'static Told)> {
    all_told()
        .iter()
        .filter_map(|one| Some((one.diagnosis.cause?, one)))
        .filter(|(cause, one)| one.name.starts_with(&format!("{cause}.json holds")))
}

/// Every sentence of a fix.
pub(crate) fn sentences(fix: &Remedy) -> Vec<String> {
    let text = fix.text.as_ref().expect("words");
    [&text.title, &text.check, &text.time]
        .into_iter()
        .chain(&text.steps)
        .cloned()
        .collect()
}

/// Its pieces of code, for every stack.
pub(crate) fn code(fix: &Remedy) -> Vec<String> {
    let first = fix.snippet.iter();
    first
        .flat_map(|first| std::iter::once(first).chain(&first.others))
        .map(|snippet| snippet.code.clone().unwrap_or_default())
        .collect()
}

/// What belongs to this request alone, as its summary has it.
pub(crate) fn own_values(diagnosis: &Diagnosis) -> BTreeSet<String> {
    const OWN: &[&str] = &[
        "host", "site", "origin", "from", "page", "path", "cookie", "domain", "setter", "asked",
    ];
    let args = diagnosis
        .summary
        .iter()
        .map(|summary| &summary.developer.args);
    args.flat_map(|args| OWN.iter().filter_map(|name| args.get(*name)?.as_str()))
        .filter(|value| value.len() > 2)
        .map(str::to_owned)
        .collect()
}
