//! The refresh that should have renewed the token or session failed before this request.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::Facts;
use crate::facts::names::{CookieRole, Purpose};
use crate::speech::Saying;

const ID: &str = "refresh-failed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "refresh|refreshtoken ~1 token ~5 expired|invalid|revoked|missing|found|used|incorrect|malformed|required|blacklisted|inactive|mismatch",
        ),
        Saying::names(
            ID,
            "invalid|expired|missing|unknown|bad|revoked|wrong|no ~2 refresh ~1 token|tokens",
        ),
        Saying::names(ID, "invalid|expired|missing refreshtoken"),
        Saying::names(ID, "refresh ~2 failed"),
        Saying::names(ID, "failed|unable|couldnt|cannot|could ~2 refresh|renew"),
        Saying::names(ID, "刷新令牌|refreshtoken已过期|refreshtoken过期|刷新token"),
        Saying::hints(ID, "error invalid grant"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: true,
};

/// A refresh that failed so long ago has nothing to do with it any more, in seconds.
const LONGEST: f64 = 3_600.0;

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = if facts.request.purpose == Purpose::Refresh {
        itself(facts)?
    } else {
        before(facts).or_else(|| by_word(facts))?
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::person(Effort::Easy, "fix.sign-in-again"))
            .fix(Fix::frontend(Effort::Medium, "give-up"))
            .fix(Fix::backend(Effort::Medium, "lifetimes")),
    )
}

/// The failing request is the refresh.
fn itself(facts: &Facts<'_>) -> Option<Finding> {
    if facts.said.names("oauth-client") || facts.failing.on_preflight() {
        return None;
    }
    // That none came is what the server says of a cookie that the browser kept at home.
    let finding = if facts
        .cookies
        .home
        .iter()
        .any(|one| one.role == CookieRole::Session)
        && facts.credentials.is_none()
    {
        Finding::possible(Trust::Typical)
    } else if facts.said.names("refresh-race") {
        Finding::likely(Trust::Body)
    } else if facts.said.names(ID)
        || facts.said.cause("token-expired").is_some()
        || facts.said.cause("token-revoked").is_some()
        || facts.said.cause("token-invalid").is_some()
    {
        // Where nothing was seen to go, a cookie may have been what should have gone.
        if carries_something(facts) {
            Finding::certain(Trust::Body)
        } else {
            Finding::likely(Trust::Body)
        }
    } else if facts.said.cause(ID).is_some() {
        Finding::likely(Trust::Body)
    } else if carries_something(facts) {
        Finding::likely(Trust::Credential)
    } else {
        Finding::possible(Trust::Typical)
    };
    let finding = if finding.confidence == Confidence::Possible {
        let visitor = facts.request.by_script
            && !facts.history.signed_in()
            && !facts.cookies.any_session_withheld()
            && facts.exchange.losses.is_empty()
            && !facts.said.names_any();
        // A visitor who has nothing to renew is simply not signed in, and that is an answer.
        if visitor {
            finding
                .variant("visitor")
                .because(Evidence::observed(
                    Subject::Request,
                    "evidence.nothing-sent",
                ))
                .harmless()
        } else {
            finding.variant("itself")
        }
    } else {
        finding.variant("itself").hiding(&["no-credentials"])
    };
    Some(
        finding
            .because(Evidence::observed(Subject::Request, "is-refresh"))
            .hiding(&[
                "token-expired",
                "session-expired",
                "login-rejected",
                "basic-credentials-rejected",
            ]),
    )
}

/// Whether anything that could renew was sent, in the header, a cookie, or the recorded body; where no body is
/// recorded, whether the page used tokens before.
fn carries_something(facts: &Facts<'_>) -> bool {
    let used_tokens = || {
        facts
            .exchange
            .entries
            .iter()
            .take(facts.failing.index)
            .any(|entry| entry.request.header("authorization").is_some())
    };
    !facts.credentials.is_none()
        || (facts.entry().request.body.is_none() && used_tokens())
        || facts
            .entry()
            .request
            .body
            .as_ref()
            .is_some_and(|body| body.text.to_ascii_lowercase().contains("refresh"))
}

/// The refresh failed, and then the old token was sent.
fn before(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let entry = facts.refresh_failed_before()?;
    let ago = facts.entry().started?.saturating_sub(entry.started?) as f64 / 1000.0;
    let refused = entry.response.status;
    // A server that is down fails refreshes too, but one that is refused or never answered is meant.
    if ago > LONGEST || (refused >= 500 && !facts.token_is_over()) {
        return None;
    }
    let over = facts.token_is_over() || facts.said.cause("token-expired").is_some();
    let signed_out = facts.credentials.is_none();
    let finding = if (facts.token_holds() && !over) || facts.refresh_race().is_some() {
        Finding::possible(Trust::History)
    } else if over || signed_out {
        Finding::certain(Trust::Browser)
    } else {
        Finding::likely(Trust::Browser)
    };
    let key = if refused == 0 {
        "unanswered"
    } else {
        "refused"
    };
    Some(
        finding
            .arg("refused", refused)
            .arg("ago", ago.round())
            .because(
                Evidence::observed(Subject::History, key)
                    .arg("refused", refused)
                    .arg("ago", ago.round()),
            ),
    )
}

/// The server speaks of the refresh token.
fn by_word(facts: &Facts<'_>) -> Option<Finding> {
    let finding = Finding::named(&facts.said, ID)?;
    let confidence = if facts.said.coded(ID) {
        finding.confidence
    } else {
        Confidence::Likely
    };
    Some(Finding {
        confidence,
        ..finding
    })
}
