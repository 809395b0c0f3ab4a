//! What the causes about cookies share: from the cookie that decided to a finding.

use super::finding::{Evidence, Finding, Trust};
use crate::cookie::reason::{SendReason, StoreReason, Sureness};
use crate::cookie::verdict::SetCookieVerdict;
use crate::diagnosis::{Confidence, Phase, Subject};
use crate::facts::Facts;
use crate::facts::cookies::AtHome;
use crate::facts::names::CookieRole;

/// The cookie that stayed home and decided, if the first thing to mend about it is one that `wanted` names; else
/// another that stayed home so, which is then only possible.
pub(super) fn sent_home(
    facts: &Facts<'_>,
    wanted: fn(SendReason) -> bool,
) -> Option<(AtHome, Confidence)> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let decisive = facts.cookies.home.first()?;
    if decisive.main_reason().is_some_and(wanted) {
        return Some((decisive.clone(), confidence(facts, decisive)?));
    }
    let other = facts
        .cookies
        .home
        .iter()
        .find(|one| one.verdict.reasons.iter().any(|reason| wanted(*reason)))?;
    let alone = !facts.credentials.has_authorization()
        && !other.verdict.reasons.contains(&SendReason::DomainMismatch);
    alone.then(|| (other.clone(), Confidence::Possible))
}

/// How sure it is that this cookie made the difference.
fn confidence(facts: &Facts<'_>, one: &AtHome) -> Option<Confidence> {
    let foreign = one.verdict.reasons.contains(&SendReason::DomainMismatch)
        || one.verdict.reasons.contains(&SendReason::NotOnPath);
    if facts.credentials.has_authorization() || facts.credentials.has_key() {
        return Some(Confidence::Possible);
    }
    if sent_session(facts) {
        return (!foreign).then_some(Confidence::Possible);
    }
    let sure = matches!(one.verdict.sureness, Sureness::Exact | Sureness::Strong);
    let named = one.role == CookieRole::Session;
    Some(
        if !sure || !named || foreign || (asks_for_header(facts) && one.set_at.is_none()) {
            Confidence::Likely
        } else {
            Confidence::Certain
        },
    )
}

/// Whether a cookie that carries a session by its name was sent.
pub(super) fn sent_session(facts: &Facts<'_>) -> bool {
    facts
        .credentials
        .cookies
        .iter()
        .flatten()
        .any(|cookie| cookie.role == CookieRole::Session)
}

/// Whether the server asks for credentials that no cookie is.
pub(super) fn asks_for_header(facts: &Facts<'_>) -> bool {
    !facts.challenges.is_empty()
        && !facts.challenges.iter().any(|challenge| {
            matches!(
                challenge.scheme.to_ascii_lowercase().as_str(),
                "cookie" | "session" | "formbased"
            )
        })
}

/// The `Set-Cookie` that was not kept for a reason that `wanted` names, if that is what decided.
pub(super) fn not_kept(
    facts: &Facts<'_>,
    wanted: fn(&SetCookieVerdict) -> bool,
) -> Option<(SetCookieVerdict, Confidence)> {
    if facts.failing.on_preflight() || facts.credentials.has_authorization() {
        return None;
    }
    let (at, first) = facts.cookies.refused.first()?;
    if !wanted(first) {
        return None;
    }
    let sure = matches!(first.sureness, Sureness::Exact | Sureness::Strong);
    let named = CookieRole::of(&first.name) == CookieRole::Session;
    let by_sign_in = facts.history.sign_ins.contains(at);
    let confidence = if sent_session(facts) {
        Confidence::Possible
    } else if sure && (named || by_sign_in) && first.observed != Some(true) {
        Confidence::Certain
    } else {
        Confidence::Likely
    };
    Some((first.clone(), confidence))
}

/// A finding about a cookie that stayed home.
pub(super) fn home_finding((one, confidence): (AtHome, Confidence)) -> Finding {
    let attribute = match one.cookie.same_site {
        crate::exchange::SameSite::Strict => "SameSite=Strict",
        crate::exchange::SameSite::Lax => "SameSite=Lax",
        crate::exchange::SameSite::None => "SameSite=None",
        crate::exchange::SameSite::Unspecified => "no SameSite attribute",
    };
    Finding::new(confidence, Trust::Browser)
        .phase(Phase::Send)
        .arg("cookie", one.verdict.name.as_str())
        .arg("domain", one.verdict.domain.as_str())
        .arg("folder", one.verdict.path.as_str())
        .arg("attribute", attribute)
        .arg(
            "reasons",
            one.verdict
                .reasons
                .iter()
                .map(|reason| reason.as_str())
                .collect::<Vec<_>>(),
        )
        .because(Evidence::observed(
            Subject::Cookie,
            "evidence.cookie-at-home",
        ))
        .hiding(&[
            "no-credentials",
            "authorization-missing",
            "cookie-missing",
            "session-expired",
            "token-invalid",
        ])
}

/// A finding about a `Set-Cookie` that was not kept.
pub(super) fn refused_finding((one, confidence): (SetCookieVerdict, Confidence)) -> Finding {
    let setter = crate::http::url::Url::parse(&one.url)
        .map(|url| url.host)
        .unwrap_or_default();
    Finding::new(confidence, Trust::Browser)
        .phase(Phase::Store)
        .variant("store")
        .arg("cookie", one.name.as_str())
        .arg("setter", setter)
        .arg("domain", one.cookie.domain.clone().unwrap_or_default())
        .arg(
            "reasons",
            one.reasons
                .iter()
                .map(|reason| reason.as_str())
                .collect::<Vec<_>>(),
        )
        .because(Evidence::observed(
            Subject::Cookie,
            "evidence.cookie-refused",
        ))
        .hiding(&[
            "no-credentials",
            "authorization-missing",
            "cookie-missing",
            "session-expired",
            "token-invalid",
        ])
}

/// The reason for a refusal that has to be mended first.
pub(super) fn main_store_reason(one: &SetCookieVerdict) -> Option<StoreReason> {
    one.reasons
        .iter()
        .copied()
        .min_by_key(|reason| match reason {
            StoreReason::SameSiteNoneInsecure => 0,
            StoreReason::InvalidPrefix => 1,
            StoreReason::InvalidDomain | StoreReason::DomainNonAscii => 2,
            StoreReason::SecureOnly => 3,
            StoreReason::SameSiteStrict(_)
            | StoreReason::SameSiteLax(_)
            | StoreReason::SameSiteUnspecifiedTreatedAsLax(_) => 5,
            StoreReason::ThirdPartyBlocked => 6,
            StoreReason::CredentialsOmitted => 7,
            StoreReason::Unknown => 9,
            _ => 4,
        })
}
