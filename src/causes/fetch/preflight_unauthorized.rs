//! The server demands authentication of the preflight, which never carries credentials (Fetch standard, 4.8).

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

const ID: &str = "preflight-unauthorized";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    when: &[Signal::OnPreflight],
    rows: &[
        Rule::certain("status-401", Trust::Browser).when(&[Signal::PreflightStatus(401, 401)]),
        Rule::certain("to-sign-in", Trust::Browser)
            .when(&[Signal::PreflightStatus(300, 399), Signal::PreflightToSignIn])
            .variant("redirect"),
        Rule::likely("status-403", Trust::Browser).when(&[Signal::PreflightStatus(403, 403)]),
        Rule::possible("redirect", Trust::Browser)
            .when(&[Signal::PreflightStatus(300, 399)])
            .variant("redirect"),
    ],
    because: &[
        Because::observed(Subject::Cors, "answered"),
        Because::inferred(Subject::Browser, "carries-none"),
    ],
    hides: &[
        "no-credentials",
        "authorization-missing",
        "cors-hides-401",
        "cors-credentials",
        "cors-authorization-header",
        "token-invalid",
        "session-expired",
    ],
    fills: &[("preflight", preflight_status)],
    fixes: &[
        Repair::backend(Effort::Easy, "let-options-pass").snippet("preflight"),
        Repair::frontend(Effort::Medium, "avoid"),
    ],
    ..Rules::BARE
};

fn preflight_status(facts: &Facts<'_>) -> Value {
    facts.failing.preflight_status.into()
}
