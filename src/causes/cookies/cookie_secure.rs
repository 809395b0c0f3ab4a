//! A `Secure` cookie was rejected or withheld because the connection is plain http.

use crate::causes::withheld::reason::Reason;
use crate::causes::withheld::rows;
use crate::causes::{Cause, Repair, Rules};
use crate::diagnosis::Effort;

const ID: &str = "cookie-secure";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

const WHY: Reason = Reason::Secure;

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
    fixes: &[
        Repair::frontend(Effort::Easy, "use-https"),
        Repair::backend(Effort::Easy, "redirect-https").snippet("redirect-https"),
        Repair::person(Effort::Easy, "type-https"),
    ],
    ..Rules::BARE
};
