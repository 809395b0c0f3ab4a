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
#[path = "../corpus/score.rs"]
mod score;

use cases::{Case, Mode};
use score::Score;

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told which cases to show"
)]
fn wanted() -> Option<String> {
    std::env::var("WHY401_CASES").ok()
}

fn measured(mode: Mode) -> Score {
    let cases = Case::all("tests/unseen/cases");
    assert!(!cases.is_empty(), "the cases are not there");
    let mut score = Score::default();
    for case in cases
        .iter()
        .filter(|case| wanted().is_none_or(|part| case.name.contains(&part)))
    {
        score.add(case, &case.diagnosis(mode));
    }
    println!("\n== {mode:?} ==\n{score}");
    assert_eq!(
        score.certain_and_wrong(),
        Vec::<String>::new(),
        "certain must never be wrong"
    );
    assert_eq!(
        score.false_alarms(),
        Vec::<String>::new(),
        "no alarm where there is no fault"
    );
    score
}

#[test]
fn as_given_the_first_answer_is_right() {
    let score = measured(Mode::Given);
    if wanted().is_none() {
        assert!(
            score.first() >= 0.90,
            "first answer right in {:.1} %",
            score.first() * 100.0
        );
        assert!(
            score.top_three() >= 0.99,
            "among the first three in {:.1} %",
            score.top_three() * 100.0
        );
    }
}

#[test]
fn live_certain_is_never_wrong() {
    let score = measured(Mode::Live);
    if wanted().is_none() {
        assert!(
            score.first() >= 0.60,
            "first answer right in {:.1} %",
            score.first() * 100.0
        );
    }
}
