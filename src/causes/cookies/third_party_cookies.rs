//! The browser blocks third-party cookies, or keeps them apart by page.

use crate::causes::withheld::{
    asks_for_header, blames_other, home_finding, refused_for, sent_home, wants_cookie,
};
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::fetch_metadata::Credentials;
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::ThirdPartyCookies;
use crate::facts::Facts;
use crate::facts::cookies::AtHome;
use crate::facts::names::CookieRole;

const ID: &str = "third-party-cookies";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let home = || {
        sent_home(facts, |reason| {
            matches!(
                reason,
                SendReason::ThirdPartyBlocked | SendReason::OtherPartition
            )
        })
    };
    let finding = refused_for(facts, |reason| reason == StoreReason::ThirdPartyBlocked)
        .or_else(|| home().map(|found| withheld(facts, found)))
        .or_else(|| unseen(facts))?;
    Some(
        finding
            .fix(Fix::person(Effort::Easy, "open-alone"))
            .fix(Fix::person(Effort::Easy, "allow"))
            .fix(Fix::backend(Effort::Medium, "partitioned").snippet("cookie-partitioned"))
            .fix(Fix::frontend(Effort::Hard, "same-site")),
    )
}

/// A cookie that stayed home: all of a third party's, or one that is kept for another page.
fn withheld(facts: &Facts<'_>, found: (AtHome, Confidence)) -> Finding {
    let apart = found
        .0
        .verdict
        .reasons
        .contains(&SendReason::OtherPartition);
    let finding =
        home_finding(facts, found).because(Evidence::inferred(Subject::Browser, "third-party"));
    if apart {
        finding.variant("partition")
    } else {
        finding
    }
}

/// A frame of another site, in a browser that blocks its cookies: nothing in the jar that could show it, because
/// nothing was ever kept.
fn unseen(facts: &Facts<'_>) -> Option<Finding> {
    let context = facts.cookies.context.as_ref()?;
    // The request itself tells by `Sec-Fetch-Storage-Access` that it would have taken cookies along.
    let told = context.credentials == Credentials::Included
        && facts.request.by_script
        && context.blocked.is_some();
    let blocks = matches!(
        facts.exchange.settings.third_party_cookies,
        Some(ThirdPartyCookies::Blocked | ThirdPartyCookies::Partitioned)
    ) || told;
    let carried = facts
        .credentials
        .cookies
        .iter()
        .flatten()
        .any(|cookie| cookie.role != CookieRole::Aside);
    let holds = blocks
        && context.third_party.is_some()
        && (told
            || facts
                .exchange
                .page
                .as_ref()
                .is_some_and(|page| !page.frames.is_empty()))
        && !carried
        && !facts.credentials.has_authorization()
        && !asks_for_header(facts)
        && !blames_other(facts)
        && wants_cookie(facts);
    // Where cookies are only kept apart, one could sign in within the frame, and nobody may have.
    let apart = facts.exchange.settings.third_party_cookies == Some(ThirdPartyCookies::Partitioned);
    let finding = if apart {
        Finding::possible(Trust::Browser)
    } else {
        Finding::likely(Trust::Browser)
    };
    holds.then(|| {
        finding
            .variant("unseen")
            .arg("cookie", "")
            .because(Evidence::observed(Subject::Browser, "blocked"))
    })
}
