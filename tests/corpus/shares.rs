//! The shares as the README tells them: a table of each folder of cases, made by its test.

use crate::readme;
use crate::score::{Score, Tally};

/// Asserts that the README's table between the marks of this name is what was measured.
pub(crate) fn tell(name: &str, cases: &str, live: &Score, given: &Score) {
    readme::holds(
        name,
        &table(cases, live, given),
        "--test corpus --test unseen",
    );
}

fn table(cases: &str, live: &Score, given: &Score) -> String {
    let columns = [
        live.in_browser("Chrome"),
        live.in_browser("Firefox"),
        given.all(),
    ];
    let row = |title: String, part: fn(&Tally) -> usize| {
        let cells = columns.each_ref().map(|tally| share(tally, part(tally)));
        format!("| {title} | {} |\n", cells.join(" | "))
    };
    let strictly = format!(
        "strictly: the expected cause itself, where {} accept another too",
        given.undecided()
    );
    let certain = |tally: Tally| format!("{} of {}", tally.right, tally.all);
    [
        format!(
            "| {cases}, {} cases | live, Chrome | live, Firefox | as given |\n",
            given.all().all
        ),
        "| --- | --- | --- | --- |\n".to_owned(),
        row("first answer right".to_owned(), |tally| tally.right),
        row(strictly, |tally| tally.strict),
        row("among the first three".to_owned(), |tally| {
            tally.among_three
        }),
        format!(
            "| said *certain*, and right | {} in both browsers | | {} |\n",
            certain(live.said_certain()),
            certain(given.said_certain())
        ),
    ]
    .concat()
}

fn share(tally: &Tally, part: usize) -> String {
    let percent = format!("{:.1}", tally.percent(part));
    let percent = percent.strip_suffix(".0").unwrap_or(&percent);
    format!("{part} of {} ({percent} %)", tally.all)
}
