//! A `SameSite=Lax` cookie, stated or by default, stayed home on a cross-site request that is no plain navigation, or was not kept from one.

use crate::causes::withheld::{
    asks_for_header, blames_other, crossing, home_finding, refused_for, sent_home, wants_cookie,
};
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::browsers::{Rule, follows};
use crate::cookie::fetch_metadata::{StorageAccess, storage_access};
use crate::cookie::reason::{SendReason, StoreReason, Twin};
use crate::diagnosis::{Effort, Subject};
use crate::exchange::SameSite;
use crate::facts::Facts;
use crate::facts::names::Purpose;

const ID: &str = "samesite-lax";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// How the request crossed sites, if that is what kept the cookie.
fn twin(reason: SendReason) -> Option<Twin> {
    match reason {
        SendReason::SameSiteLax(twin) | SendReason::SameSiteUnspecifiedTreatedAsLax(twin) => {
            Some(twin)
        }
        _ => None,
    }
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = refused_for(facts, |reason| {
        matches!(
            reason,
            StoreReason::SameSiteLax(_) | StoreReason::SameSiteUnspecifiedTreatedAsLax(_)
        )
    })
    .or_else(|| withheld(facts));
    let Some(finding) = finding else {
        return unseen(facts);
    };
    Some(
        finding
            .fix(Fix::backend(Effort::Easy, "none-secure").snippet("cookie-none"))
            .fix(Fix::frontend(Effort::Medium, "same-site"))
            .fix(Fix::person(Effort::Medium, "open-there")),
    )
}

fn withheld(facts: &Facts<'_>) -> Option<Finding> {
    let found = sent_home(facts, |reason| twin(reason).is_some())?;
    let crossed = found.0.verdict.reasons.iter().copied().find_map(twin);
    let unstated = found.0.cookie.same_site == SameSite::Unspecified;
    let finding = crossing(facts, home_finding(facts, found), crossed);
    Some(if unstated {
        finding.because(Evidence::inferred(Subject::Browser, "by-default"))
    } else {
        finding
    })
}

/// The jar could not be read, and nothing went from where the browser lets only `SameSite=None` go: from a frame inside
/// another site, or with a form that another site posted.
fn unseen(facts: &Facts<'_>) -> Option<Finding> {
    let context = facts.cookies.context.as_ref()?;
    let framed = !context.top_level
        && facts
            .exchange
            .page
            .as_ref()
            .is_some_and(|page| !page.frames.is_empty());
    let posted = context.top_level && !context.safe;
    let told = storage_access(facts.entry()) == Some(StorageAccess::Active);
    let kept_back = facts.exchange.jar.is_none()
        && context.crossing.is_some()
        && context.blocked.is_none()
        && (framed || posted || told)
        && follows(&facts.exchange.browser, Rule::LaxByDefault);
    let bare = facts.credentials.is_none()
        && wants_cookie(facts)
        && !asks_for_header(facts)
        && !blames_other(facts);
    let sure = (framed || posted) && facts.request.purpose != Purpose::Probe;
    let finding = if sure {
        Finding::likely(Trust::Browser)
    } else {
        Finding::possible(Trust::Browser)
    };
    (kept_back && bare).then(|| {
        finding
            .variant("unseen")
            .arg("cookie", "")
            .because(Evidence::inferred(Subject::Browser, "only-none"))
            .fix(Fix::backend(Effort::Easy, "let-in").snippet("cookie-none"))
            .fix(Fix::frontend(Effort::Medium, "same-site"))
            .fix(Fix::person(Effort::Medium, "open-there"))
    })
}
