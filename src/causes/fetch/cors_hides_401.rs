//! The 401 itself lacks the CORS fields, so the page's code sees a network error and no status.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Resource;
use crate::facts::Facts;
use crate::http::cors::Refusal;

const ID: &str = "cors-hides-401";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let missing = facts.cors.refused == Some(Refusal::MissingAllowOriginHeader);
    // A socket's handshake is not subject to CORS.
    if facts.failing.on_preflight()
        || facts.entry().resource == Resource::WebSocket
        || !missing
        || !(400..600).contains(&facts.entry().response.status)
    {
        return None;
    }
    // That the page cannot see the status is certain; why there is a 401 at all is not said by it.
    Some(
        Finding::likely(Trust::Typical)
            .because(Evidence::observed(Subject::Cors, "no-allow-origin"))
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::backend(Effort::Easy, "on-errors-too").snippet("cors-errors"))
            .fix(Fix::frontend(Effort::Easy, "expect-it")),
    )
}
