//! Measuring a folder of cases in one mode: the score printed, and what must never happen asserted.

use crate::cases::Case;
use crate::log::Mode;
use crate::score::Score;

#[expect(
    clippy::disallowed_methods,
    reason = "a test may be told which cases to show"
)]
fn wanted() -> Option<String> {
    std::env::var("WHY401_CASES").ok()
}

/// Whether only some of the cases are shown.
pub(crate) fn is_part() -> bool {
    wanted().is_some()
}

/// The score of all cases of a folder, or of those that are wanted; certain is never wrong, and no alarm is false.
pub(crate) fn measured(folder: &str, mode: Mode) -> Score {
    let cases = Case::all(folder);
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

/// Asserts such shares of right first answers, and of right ones among the first three, where all cases are shown.
pub(crate) fn reaches(score: &Score, first: f64, three: f64) {
    if !is_part() {
        assert!(
            score.first() >= first,
            "first answer right in {:.1} %",
            score.first() * 100.0
        );
        assert!(
            score.top_three() >= three,
            "among the first three in {:.1} %",
            score.top_three() * 100.0
        );
    }
}
