//! The device's clock (or the issuer's) is off far enough to break token checks.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::facts::clock::LEEWAY;
use crate::facts::{Bearer, Facts};
use crate::speech::{Meaning, Saying, Weight};

const ID: &str = "clock-skew";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "clock ~3 skew|skewed|wrong|incorrect|off|sync|synchronized|synchronised|drift",
        ),
        Saying::names(ID, "check ~3 clock|system time|device time"),
        Saying::names(
            ID,
            "system|device|client|computer clock|time ~3 wrong|incorrect|sync|synchronized|differs",
        ),
        Saying::names(ID, "clockskew|skew"),
        Saying::hints(ID, "request time ~2 skewed"),
        Saying::hints(
            ID,
            "timestamp ~3 expired|skewed|range|window|future|old|ahead|behind|drift|stale|outside",
        ),
        Saying::hints(ID, "invalid|bad|stale|expired ~2 timestamp"),
        Saying::hints(ID, "timestamp refused"),
        Saying::hints(ID, "date|time ~3 too far|skewed"),
        Saying::hints(ID, "request ~2 too old"),
        Saying::hints(ID, "signature not yet current|signature expired"),
        Saying::hints(ID, "系统时间|时间戳过期|时间戳错误|时间戳无效"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.failing.on_preflight() {
        return None;
    }
    let bearer = facts.bearer();
    let finding = by_both_clocks(facts, bearer.as_ref())
        .or_else(|| by_request_time(facts))
        .or_else(|| by_verifier(facts, bearer.as_ref()))
        .or_else(|| by_word(facts))?;
    let finding = match facts.clock.ahead() {
        Some(ahead) if facts.clock.differ() => finding
            .variant(if ahead > 0.0 { "ahead" } else { "behind" })
            .arg("seconds", ahead.abs().round())
            .because(
                Evidence::observed(
                    Subject::Clock,
                    if ahead > 0.0 {
                        "device-ahead"
                    } else {
                        "device-behind"
                    },
                )
                .arg("seconds", ahead.abs().round()),
            ),
        _ => finding.because(Evidence::observed(Subject::Clock, "agree")),
    };
    Some(
        finding
            .hiding(&["token-invalid"])
            .fix(Fix::person(Effort::Easy, "fix.set-clock"))
            .fix(Fix::frontend(Effort::Medium, "server-time"))
            .fix(Fix::backend(Effort::Medium, "ntp").snippet("jwt-check")),
    )
}

/// The device's clock and the server's visibly differ, and by one of them the token does not hold.
fn by_both_clocks(facts: &Facts<'_>, bearer: Option<&Bearer<'_>>) -> Option<Finding> {
    if !facts.clock.differ() {
        return None;
    }
    let expired = facts.said.names("token-expired");
    let early = facts.said.names("token-not-yet-valid");
    let claims = bearer?.claims;
    let Some(claims) = claims else {
        // Nothing of the token can be seen, but its dates are what the server names.
        return early.then(|| Finding::likely(Trust::Browser));
    };
    let device = facts.clock.device?;
    let over = facts.over(claims);
    let holds_here = claims.exp.is_some_and(|exp| device < exp.seconds as f64);
    let ahead = facts.clock.ahead()?;
    let behind_and_over = ahead < 0.0 && holds_here && over.is_some_and(|over| over > 0.0);
    // A token for later is early by every clock. One that was issued later than now, or that it is time for by the
    // device's clock, is early by a wrong one.
    let early_by = facts.early(claims);
    let issued_later = claims
        .iat
        .zip(facts.clock.now())
        .is_some_and(|(iat, now)| iat.seconds as f64 > now + LEEWAY);
    let in_time_here = issued_later || early_by.is_none_or(|by| by <= ahead + LEEWAY);
    let too_early = early_by.is_some_and(|by| by > LEEWAY) && in_time_here && ahead > 0.0;
    if (behind_and_over && expired) || (too_early && early) {
        return Some(Finding::certain(Trust::Browser));
    }
    (behind_and_over || too_early || (early && in_time_here && ahead.abs() > LEEWAY))
        .then(|| Finding::likely(Trust::Browser))
}

/// A signed request's own time is refused, and the clocks visibly differ.
fn by_request_time(facts: &Facts<'_>) -> Option<Finding> {
    (facts.said.cause(ID).is_some() && facts.clock.differ()).then(|| {
        Finding::certain(Trust::Browser)
            .because(Evidence::observed(Subject::Server, "time-refused"))
    })
}

/// The token holds by every clock that can be seen, and the server calls it expired or too early: its own clock,
/// or that of another machine behind it, is off.
fn by_verifier(facts: &Facts<'_>, bearer: Option<&Bearer<'_>>) -> Option<Finding> {
    let claims = bearer?.claims?;
    let now = facts.clock.now()?;
    let left = claims.exp.map(|exp| exp.seconds as f64 - now)?;
    // "Invalid or expired" says nothing of a token that has not expired.
    let either = facts.said.phrases.iter().any(|(_, saying)| {
        saying.weight == Weight::Hints
            && matches!(saying.means, Meaning::Cause("token-expired"))
            && ["invalid", "inválid", "revoked", "或", "или", "または"]
                .iter()
                .any(|part| saying.words.contains(part))
    });
    let expired = facts.said.names("token-expired") && !either && facts.token_holds();
    let milliseconds = claims.exp.is_some_and(|exp| exp.looks_like_milliseconds());
    // So much no clock is off unnoticed: then something else is called expired.
    if !expired || milliseconds || left > 7.0 * 86_400.0 {
        return None;
    }
    let finding = Finding::new(Confidence::Likely, Trust::Credential);
    Some(
        finding.because(
            Evidence::inferred(Subject::Token, "holds-yet-expired").arg("left", left.round()),
        ),
    )
}

/// The server names the clock.
fn by_word(facts: &Facts<'_>) -> Option<Finding> {
    Finding::named(&facts.said, ID).map(|finding| Finding {
        confidence: Confidence::Likely,
        ..finding
    })
}
