//! The shares as the README tells them: a table of each folder of cases, made by its test.

use std::fs;

use crate::score::{Score, Tally};

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told to remake what it compares with"
)]
fn is_set(name: &str) -> bool {
    std::env::var(name).is_ok_and(|value| !value.is_empty())
}

/// Asserts that the README's table between the marks of this name is what was measured; with `UPDATE=1` it is remade.
pub(crate) fn tells(name: &str, cases: &str, live: &Score, given: &Score) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).expect("the README");
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = readme.split_once(&begin).expect("a beginning");
    let (there, after) = rest.split_once(&end).expect("an end");
    let made = table(cases, live, given);
    if there != made && is_set("UPDATE") {
        assert!(!is_set("CI"), "nothing is remade where CI is set");
        fs::write(path, format!("{before}{begin}{made}{end}{after}")).expect("the README written");
        return;
    }
    assert!(
        there == made,
        "the README's shares are stale: `UPDATE=1 cargo test --test corpus --test unseen` remakes them\n{made}"
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
