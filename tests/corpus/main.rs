//! The corpus: real cases with their right answers, as given and as a browser would record them live.
//!
//! Prints first-answer, strict and top-three accuracy by family, the reliability of each confidence, and every miss.
//! `WHY401_CASES=part-of-a-name cargo test --test corpus -- --nocapture` shows only some.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail where its cases are not as they should be, and prints the score"
)]

mod cases;
mod log;
mod measure;
#[path = "../readme.rs"]
mod readme;
mod score;
mod shares;

use log::Mode;
use measure::{is_part, measured, reaches};

const CASES: &str = "tests/corpus/cases";

#[test]
fn as_given_the_first_answer_is_right() {
    reaches(&measured(CASES, Mode::Given), 0.95, 0.99);
}

#[test]
fn live_certain_is_never_wrong() {
    reaches(&measured(CASES, Mode::Live), 0.85, 0.90);
}

#[test]
fn the_readme_tells_what_is_measured() {
    if !is_part() {
        let (live, given) = (measured(CASES, Mode::Live), measured(CASES, Mode::Given));
        shares::tell("accuracy", "the corpus", &live, &given);
    }
}
