//! The answer does not allow credentials, so the browser keeps it from the page.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::http::cors::{Credentials, PreflightRefusal, Refusal};

const ID: &str = "cors-credentials";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
};

fn is_about_credentials(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WildcardOriginNotAllowed | Refusal::InvalidAllowCredentials | Refusal::AllowOriginMismatch | Refusal::MultipleAllowOriginValues | Refusal::InvalidAllowOriginValue
    )
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let status = facts.entry().response.status;
    let of_preflight = match &facts.cors.preflight_refused {
        Some(PreflightRefusal::Check(refusal)) if status == 0 => Some(*refusal),
        _ => None,
    };
    let refusal = of_preflight.or(facts.cors.refused).filter(|refusal| is_about_credentials(*refusal) || kept_from_credentials(facts, *refusal))?;
    if facts.failing.on_preflight() && !facts.failing.preflight_status.is_some_and(|status| (200..300).contains(&status)) {
        return None;
    }
    let finding = if facts.cors.ended && (status == 0 || status < 400) {
        Finding::certain(Trust::Browser)
    } else if facts.cors.mode == Credentials::Include || refusal == Refusal::AllowOriginMismatch {
        Finding::likely(Trust::Typical)
    } else {
        return None;
    };
    Some(
        finding
            .arg("refusal", refusal.to_string())
            .because(Evidence::observed(Subject::Cors, "refused"))
            .hiding(&["no-credentials", "session-expired", "token-invalid"].get(..if facts.cors.ended && status < 400 { 3 } else { 0 }).unwrap_or_default())
            .fix(Fix::backend(Effort::Easy, "name-the-origin").snippet("express", "snippet-express"))
            .fix(Fix::frontend(Effort::Easy, "without")),
    )
}

/// A request with cookies that the browser ended because no origin at all is allowed.
fn kept_from_credentials(facts: &Facts<'_>, refusal: Refusal) -> bool {
    refusal == Refusal::MissingAllowOriginHeader && facts.cors.ended && facts.entry().response.status < 400 && facts.cors.mode == Credentials::Include
}
