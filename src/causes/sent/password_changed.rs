//! The session or token was cancelled because the password, or another security detail, changed.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};

const ID: &str = "password-changed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: true,
};

/// What a server may say beside this without meaning anything else.
const BESIDE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "no-credentials",
    "basic-credentials-rejected",
    "session-expired",
    "token-revoked",
    "permission-denied",
    "authorization-missing",
    "login-rejected",
    "token-expired",
]);

static RULES: Rules = Rules {
    rows: &[
        Rule::heard("named", Confidence::Certain, ID)
            .when(&[Signal::Named(ID)])
            .unless(&[BESIDE]),
        Rule::heard("named-beside-another", Confidence::Likely, ID).when(&[Signal::Named(ID)]),
        Rule::likely("hinted", Trust::Typical)
            .when(&[Signal::Said(ID)])
            .unless(&[BESIDE]),
        Rule::possible("hinted-beside-another", Trust::Typical).when(&[Signal::Said(ID)]),
    ],
    because: &[Because::observed(Subject::Server, "said")],
    hides: &["token-invalid", "session-expired", "no-credentials"],
    fixes: &[
        Repair::person(Effort::Easy, "again"),
        Repair::frontend(Effort::Medium, "handle"),
    ],
    ..Rules::BARE
};
