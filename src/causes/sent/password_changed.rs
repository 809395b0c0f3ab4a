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

/// What a server that only knows that the credentials are no longer good does not say.
const BESIDE_CHANGE: Signal = Signal::NamedBeside(&[
    ID,
    "token-invalid",
    "token-revoked",
    "token-expired",
    "session-expired",
    "no-credentials",
    "refresh-failed",
    "login-rejected",
    "authorization-missing",
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
        // What was given out before the password changed is often no longer accepted after it, where the page goes on with it.
        Rule::likely("changed-before", Trust::Browser)
            .when(&[Signal::PasswordChanged])
            .unless(&[BESIDE_CHANGE])
            .variant("seen")
            .because(&[Because::observed(Subject::History, "changed")])
            .hides(&["refresh-failed", "token-revoked", "csrf"]),
        Rule::possible("hinted-beside-another", Trust::Typical).when(&[Signal::Said(ID)]),
    ],
    because: &[Because::observed(Subject::Server, "said").when(&[Signal::Said(ID)])],
    hides: &["token-invalid", "session-expired", "no-credentials"],
    fixes: &[
        Repair::person(Effort::Easy, "again"),
        Repair::frontend(Effort::Medium, "handle"),
    ],
    ..Rules::BARE
};
