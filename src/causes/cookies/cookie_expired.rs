//! The browser itself let the cookie go: its time, as the server had set it, has passed.

use crate::causes::withheld::{
    EXPLAINED_BY_LOSS, asks_for_header, blames_other, lacks_session, session_lost,
};
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::reason::StoreReason;
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::LossCause;
use crate::facts::Facts;
use crate::facts::names::CookieRole;

const ID: &str = "cookie-expired";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if !lacks_session(facts) {
        return None;
    }
    let mut finding = ended(facts)
        .or_else(|| born_dead(facts))
        .or_else(|| lost(facts))?;
    if blames_other(facts) {
        finding.confidence = Confidence::Possible;
    } else if asks_for_header(facts) || facts.credentials.has_key() {
        finding.confidence = Confidence::Likely;
    }
    Some(
        finding
            .hiding(EXPLAINED_BY_LOSS)
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::frontend(Effort::Medium, "renew"))
            .fix(Fix::backend(Effort::Easy, "lifetime").snippet("cookie-max-age")),
    )
}

/// Set with a lifetime that is over.
fn ended(facts: &Facts<'_>) -> Option<Finding> {
    let one = facts
        .cookies
        .ended
        .iter()
        .find(|one| facts.carried_session(one))?;
    let lifetime = one.set_at.and_then(|at| {
        let set = facts.exchange.entries.get(at)?.ended()? as f64 / 1000.0;
        Some((one.cookie.expires? - set).round())
    });
    let finding = if one.role == CookieRole::Session {
        Finding::certain(Trust::Browser)
    } else {
        Finding::likely(Trust::Browser)
    };
    let finding = finding
        .arg("cookie", one.verdict.name.as_str())
        .because(Evidence::observed(Subject::Cookie, "over"));
    Some(match lifetime {
        Some(seconds) => finding.variant("short").arg("seconds", seconds),
        None => finding,
    })
}

/// A sign-in that set the cookie with a time that had passed already, yet with a value.
fn born_dead(facts: &Facts<'_>) -> Option<Finding> {
    let (_, one) = facts.cookies.set.iter().rev().find(|(at, one)| {
        *at < facts.failing.index
            && one.reasons.contains(&StoreReason::AlreadyExpired)
            && CookieRole::of(&one.name) == CookieRole::Session
            && crate::cookie::value::octets(&one.cookie.value) > 12
            && !facts.history.sign_outs.contains(at)
    })?;
    Some(
        Finding::certain(Trust::Browser)
            .variant("born-dead")
            .arg("cookie", one.name.as_str())
            .because(Evidence::observed(Subject::Cookie, "set-in-the-past")),
    )
}

/// The browser told that it removed the cookie because its time had passed.
fn lost(facts: &Facts<'_>) -> Option<Finding> {
    let loss = session_lost(facts, |cause| cause == LossCause::Expired).next()?;
    Some(
        Finding::certain(Trust::Browser)
            .arg("cookie", loss.name.as_str())
            .because(Evidence::observed(Subject::Browser, "told")),
    )
}
