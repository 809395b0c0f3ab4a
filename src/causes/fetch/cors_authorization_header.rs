//! The preflight does not allow the header field that carries the credential, so the request never leaves.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::{Facts, names};
use crate::http::cors::PreflightRefusal;

const ID: &str = "cors-authorization-header";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let Some(PreflightRefusal::HeaderDisallowed(name)) = &facts.cors.preflight_refused else {
        return None;
    };
    // A request that was answered went past its preflight, whatever that says.
    if facts.entry().response.status != 0 && !facts.failing.on_preflight() {
        return None;
    }
    let carries =
        name == "authorization" || names::is_key_field(name) || names::is_csrf_field(name);
    // Some versions let `*` cover `Authorization` still, so only the browser's own error proves it there.
    let wide = facts
        .failing
        .preflight
        .and_then(|at| facts.exchange.entries.get(at))
        .is_some_and(|preflight| {
            preflight
                .response
                .headers("access-control-allow-headers")
                .any(|value| value.split(',').any(|name| name.trim() == "*"))
        });
    let proven = facts.cors.ended || !wide;
    let finding = if carries && !proven {
        Finding::likely(Trust::Browser)
    } else if carries {
        Finding::certain(Trust::Browser)
    } else {
        Finding::likely(Trust::Browser).variant("other")
    };
    Some(
        finding
            .arg("header", name.as_str())
            .because(Evidence::observed(Subject::Cors, "not-allowed"))
            .hiding(&[
                "no-credentials",
                "authorization-missing",
                "cors-hides-401",
                "cors-credentials",
            ])
            .fix(Fix::backend(Effort::Easy, "allow-it").snippet("cors-header")),
    )
}
