//! Cases composed after publicly known behaviour of the named software, with no rule at hand: how the rules fare on
//! what they were not written for.
//!
//! Shares the corpus' reading and score. `WHY401_CASES=part-of-a-name cargo test --test unseen -- --nocapture` shows
//! only some.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may fail where its cases are not as they should be, and prints the score"
)]

#[path = "../corpus/cases.rs"]
mod cases;
#[path = "../corpus/log.rs"]
mod log;
#[path = "../corpus/measure.rs"]
mod measure;
#[path = "../readme.rs"]
mod readme;
#[path = "../corpus/score.rs"]
mod score;
#[path = "../corpus/shares.rs"]
mod shares;

use log::Mode;
use measure::{is_part, measured, reaches};

const CASES: &str = "tests/unseen/cases";

#[test]
fn as_given_the_first_answer_is_right() {
    reaches(&measured(CASES, Mode::Given), 0.95, 0.99);
}

#[test]
fn live_certain_is_never_wrong() {
    reaches(&measured(CASES, Mode::Live), 0.60, 0.75);
}

#[test]
fn the_readme_tells_what_is_measured() {
    if !is_part() {
        let (live, given) = (measured(CASES, Mode::Live), measured(CASES, Mode::Given));
        shares::tell("composed", "composed", &live, &given);
    }
}
