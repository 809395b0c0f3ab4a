//! A `SameSite=Strict` cookie was withheld on a request that came from another site, or was rejected in a response to one.

use crate::causes::withheld::reason::Reason;
use crate::causes::withheld::rows;
use crate::causes::{Because, Cause, Repair, Rules, Signal};
use crate::diagnosis::{Effort, Subject};

const ID: &str = "samesite-strict";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::Strict;
const ACROSS_SCHEMES: Signal = Signal::WithheldAcrossSchemes(WHY);
const ACROSS_SITES: Signal = Signal::WithheldAcrossSites(WHY);

static RULES: Rules = Rules {
    rows: &[
        rows::rejected_for_csrf(WHY),
        rows::rejected_at_sign_in(WHY),
        rows::rejected_for_renewal(WHY),
        rows::rejected_for_renewal_unsurely(WHY),
        rows::rejected(WHY),
        rows::rejected_perhaps(WHY),
        rows::withheld_session(WHY),
        rows::withheld(WHY),
        rows::withheld_perhaps(WHY),
        rows::withheld_aside(WHY),
        rows::another_withheld(WHY),
        rows::another_withheld_aside(WHY),
    ],
    variants: &[("scheme", &[ACROSS_SCHEMES]), ("from", &[ACROSS_SITES])],
    because: &[
        Because::inferred(Subject::Browser, "other-scheme").when(&[ACROSS_SCHEMES]),
        Because::inferred(Subject::Request, "cross-site").when(&[ACROSS_SITES]),
    ],
    fixes: &[
        Repair::backend(Effort::Easy, "lax").snippet("cookie-lax"),
        Repair::person(Effort::Easy, "fix.open-directly"),
        Repair::frontend(Effort::Medium, "land-softly"),
        Repair::backend(Effort::Hard, "same-site-host"),
    ],
    ..Rules::BARE
};
