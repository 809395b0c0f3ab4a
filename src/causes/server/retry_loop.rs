//! The client repeats the failing request without end.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::compare::Pace;

const ID: &str = "retry-loop";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if is_prompted(facts) {
        return None;
    }
    let pace = facts.pace();
    if !is_loop(pace) {
        return None;
    }
    let refreshed = !facts.history.refreshes.is_empty();
    let seconds = (pace.seconds * 10.0).round() / 10.0;
    let finding = Finding::certain(Trust::Repetition)
        .arg("seconds", seconds)
        .variant(if refreshed { "refreshing" } else { "" })
        .because(Evidence::observed(Subject::History, "repeated"));
    let finding = if refreshed {
        finding.because(Evidence::observed(Subject::History, "refreshed"))
    } else {
        finding
    };
    Some(
        finding
            .fix(Fix::frontend(Effort::Easy, "once").snippet("renew"))
            .fix(Fix::person(Effort::Easy, "reload"))
            .fix(Fix::backend(Effort::Medium, "say-why")),
    )
}

/// Faster than people and polls, and longer than the usual three retries.
fn is_loop(pace: Pace) -> bool {
    (pace.rounds >= 4 && pace.seconds <= 1.2) || (pace.rounds >= 5 && pace.seconds <= 3.5)
}

/// A browser that asks for a password repeats the request as often as one is typed.
fn is_prompted(facts: &Facts<'_>) -> bool {
    let handshake = ["negotiate", "ntlm"]
        .iter()
        .any(|scheme| facts.challenged(scheme));
    let typed = facts
        .credentials
        .authorization
        .as_ref()
        .is_some_and(|sent| sent.is("basic") || sent.is("digest"));
    handshake || (typed && !facts.request.by_script)
}
