//! The answer does not allow credentials, so the browser keeps it from the page.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::{Facts, names};
use crate::http::cors::{Credentials, PreflightRefusal, Refusal};

const ID: &str = "cors-credentials";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn is_about_credentials(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WildcardOriginNotAllowed
            | Refusal::InvalidAllowCredentials
            | Refusal::AllowOriginMismatch
            | Refusal::MultipleAllowOriginValues
            | Refusal::InvalidAllowOriginValue
    )
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let status = facts.entry().response.status;
    let of_preflight = match &facts.cors.preflight_refused {
        Some(PreflightRefusal::Check(refusal)) if status == 0 => Some(*refusal),
        _ => None,
    };
    let refusal = of_preflight.or(facts.cors.refused).filter(|refusal| {
        is_about_credentials(*refusal) || kept_from_credentials(facts, *refusal)
    })?;
    if facts.failing.on_preflight()
        && !facts
            .failing
            .preflight_status
            .is_some_and(|status| (200..300).contains(&status))
    {
        return None;
    }
    // A script that is sent on to a sign-in page meets its missing CORS fields; that nobody is signed in is the fault.
    let sent_on = !facts.history.redirects.is_empty()
        && names::is_sign_in_address(&facts.entry().request.url);
    let ended = facts.cors.ended && status < 400;
    let finding = if ended && sent_on {
        Finding::possible(Trust::Typical)
    } else if ended && facts.cors.by_its_end {
        Finding::likely(Trust::Browser)
    } else if ended {
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
            .hiding(
                ["no-credentials", "session-expired", "token-invalid"]
                    .get(..if ended && !sent_on { 3 } else { 0 })
                    .unwrap_or_default(),
            )
            .fix(Fix::backend(Effort::Easy, "name-the-origin").snippet("cors"))
            .fix(Fix::frontend(Effort::Easy, "without")),
    )
}

/// A request with cookies that the browser ended because no origin at all is allowed.
fn kept_from_credentials(facts: &Facts<'_>, refusal: Refusal) -> bool {
    refusal == Refusal::MissingAllowOriginHeader
        && facts.cors.ended
        && facts.entry().response.status < 400
        && facts.cors.mode == Credentials::Include
}
