//! The address is not on the allow list: VPN, proxy, region.

use crate::causes::{Because, Cause, Repair, Rule, Rules};
use crate::diagnosis::{Effort, Subject};

const ID: &str = "ip-restricted";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    rows: &[Rule::said("said", ID)],
    because: &[Because::observed(Subject::Server, "said")],
    hides: &[
        "basic-credentials-rejected",
        "login-rejected",
        "api-key-invalid",
        "token-invalid",
        "session-expired",
        "permission-denied",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "network"),
        Repair::backend(Effort::Easy, "allow"),
        Repair::backend(Effort::Medium, "real-address").snippet("real-address"),
    ],
    ..Rules::BARE
};
