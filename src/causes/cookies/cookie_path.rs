//! The cookie was set for another path than the one asked.

use crate::causes::withheld::reason::Reason;
use crate::causes::withheld::rows;
use crate::causes::{Cause, Repair, Rules};
use crate::diagnosis::Effort;

const ID: &str = "cookie-path";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::Path;

static RULES: Rules = Rules {
    rows: &[
        rows::withheld_session(WHY),
        rows::withheld(WHY),
        rows::withheld_aside(WHY),
        rows::another_withheld_aside(WHY),
    ],
    fixes: &[Repair::backend(Effort::Easy, "root-path").snippet("cookie-path")],
    ..Rules::BARE
};
