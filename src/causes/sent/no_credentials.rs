//! Nothing that could authenticate was sent, and nothing explains why: the person is simply not signed in.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::Purpose;
use crate::speech::Saying;

const ID: &str = "no-credentials";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::hints(ID, "not|isnt|arent ~2 logged|signed in"),
        Saying::hints(ID, "must|need|have ~2 log|sign in|logged|signed"),
        Saying::hints(ID, "please ~1 log|sign in"),
        Saying::hints(ID, "login|sign required"),
        Saying::hints(ID, "authentication|authorization ~2 required|needed"),
        Saying::hints(ID, "unauthenticated"),
    ],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if !facts.credentials.is_none() || facts.request.purpose == Purpose::SignIn {
        return None;
    }
    let finding = match facts.said.cause(ID) {
        Some(_) => Finding::likely(Trust::Body),
        None if facts.challenges.is_empty() && !facts.history.signed_in() => Finding::likely(Trust::Typical),
        None => Finding::possible(Trust::Typical),
    };
    let finding = finding
        .because(Evidence::observed(Subject::Request, "evidence.nothing-sent"))
        .fix(Fix::person(Effort::Easy, "fix.sign-in"))
        .fix(Fix::frontend(Effort::Medium, "fix.send-to-sign-in"));
    Some(finding)
}
