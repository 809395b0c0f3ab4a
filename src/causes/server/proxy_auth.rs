//! An HTTP proxy wants credentials.

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::knowledge::Kind;

const ID: &str = "proxy-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    rows: &[
        Rule::certain("status-407", Trust::Header)
            .when(&[Signal::SeenStatus(407)])
            .because(&[Because::observed(Subject::Server, "status")]),
        Rule::certain("proxy-challenge", Trust::Header)
            .when(&[Signal::ResponseField("proxy-authenticate")])
            .because(&[Because::observed(Subject::Header, "field")]),
        Rule::certain("named", Trust::Body)
            .when(&[Signal::Named(ID)])
            .because(&[Because::observed(Subject::Server, "said")]),
        Rule::likely("proxy-shows-itself", Trust::Header)
            .when(&[Signal::AnsweredByKind(Kind::Proxy), Signal::PlainHttp])
            .because(&[Because::observed(Subject::Responder, "signature")]),
    ],
    hides: &[
        "basic-credentials-rejected",
        "server-basic-auth",
        "no-credentials",
        "windows-auth",
        "authorization-missing",
    ],
    fixes: &[
        Repair::person(Effort::Easy, "sign-in"),
        Repair::person(Effort::Medium, "settings"),
        Repair::backend(Effort::Medium, "exempt"),
    ],
    ..Rules::BARE
};
