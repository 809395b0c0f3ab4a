//! The server demands authentication of the preflight, which never carries credentials (Fetch standard, 4.8).

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::names;

const ID: &str = "preflight-unauthorized";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if !facts.failing.on_preflight() {
        return None;
    }
    let status = facts.failing.preflight_status?;
    let to_sign_in = facts
        .failing
        .preflight
        .and_then(|index| facts.exchange.entries.get(index))
        .and_then(|entry| entry.response.header("location"))
        .is_some_and(names::is_sign_in_address);
    let finding = match status {
        401 => Finding::certain(Trust::Browser),
        300..=399 if to_sign_in => Finding::certain(Trust::Browser).variant("redirect"),
        403 => Finding::likely(Trust::Browser),
        300..=399 => Finding::possible(Trust::Browser).variant("redirect"),
        _ => return None,
    };
    Some(
        finding
            .arg("preflight", status)
            .because(Evidence::observed(Subject::Cors, "answered"))
            .because(Evidence::inferred(Subject::Browser, "carries-none"))
            .hiding(&[
                "no-credentials",
                "authorization-missing",
                "cors-hides-401",
                "cors-credentials",
                "cors-authorization-header",
                "token-invalid",
                "session-expired",
            ])
            .fix(Fix::backend(Effort::Easy, "let-options-pass").snippet("preflight"))
            .fix(Fix::frontend(Effort::Medium, "avoid")),
    )
}
