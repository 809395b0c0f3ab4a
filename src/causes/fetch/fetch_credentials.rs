//! The request's credentials mode left at home cookies that would have gone.

use crate::causes::withheld::{blames_other, home_finding, refused_for, sent_home, wants_cookie};
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::Resource;
use crate::facts::names::CookieRole;
use crate::facts::{Credentials as Sent, Facts};
use crate::http::cors::Credentials;
use crate::http::url::Url;

const ID: &str = "fetch-credentials";

/// Within so many milliseconds a session's cookie seldom goes.
const RECENT: i64 = 120_000;

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = refused_for(facts, |reason| reason == StoreReason::CredentialsOmitted)
        .or_else(|| home(facts))
        .or_else(|| by_nature(facts))
        .or_else(|| unlike(facts))
        .or_else(|| unread(facts))?;
    Some(
        finding
            .fix(Fix::frontend(Effort::Easy, "include").snippet("include"))
            .fix(Fix::backend(Effort::Easy, "allow").snippet("cors")),
    )
}

/// A cookie of the jar that every other rule lets go.
fn home(facts: &Facts<'_>) -> Option<Finding> {
    let found = sent_home(facts, |reason| {
        matches!(reason, SendReason::CredentialsOmitted)
    })?;
    let (known, only) = (
        found.0.set_at.is_some(),
        found.0.only(SendReason::CredentialsOmitted),
    );
    let mut finding = home_finding(facts, found);
    if only {
        finding = finding.because(Evidence::inferred(Subject::Browser, "mode"));
    }
    if facts.cors.applies || facts.request.is_cross_origin() {
        return Some(finding);
    }
    // To leave cookies out on its own origin a page must say `omit`; that the cookie came only afterwards is as likely.
    if !known {
        finding.confidence = finding.confidence.min(Confidence::Possible);
    }
    Some(finding.variant("omit"))
}

/// A file that browsers fetch without credentials: a manifest, unless its link asks for them (HTML, 4.6.8.10), and a
/// font of another origin (CSS Fonts 4, 4.9), where that origin is seen to want some.
fn by_nature(facts: &Facts<'_>) -> Option<Finding> {
    let entry = facts.entry();
    let manifest = entry.resource == Resource::Manifest
        || entry.request.header("sec-fetch-dest") == Some("manifest");
    let let_in = facts
        .accepted_nearby()
        .any(|other| !Sent::of(&other.request).is_none());
    let font = entry.resource == Resource::Font && facts.request.is_cross_origin() && let_in;
    let bare = facts.credentials.is_none() && facts.status() != 407 && !blames_other(facts);
    let finding = if let_in {
        Finding::certain(Trust::Browser)
    } else {
        Finding::likely(Trust::Browser)
    };
    ((manifest || font) && bare).then(|| {
        finding
            .variant("by-nature")
            .because(Evidence::inferred(Subject::Browser, "anonymous"))
            .hiding(&["no-credentials", "cookie-missing", "server-basic-auth"])
    })
}

/// Whether the request went to another origin bare, so that its mode may be what kept cookies back.
fn went_bare(facts: &Facts<'_>) -> bool {
    facts.exchange.jar.is_none()
        && facts.cors.applies
        && facts.credentials.cookies.is_none()
        && facts.credentials.is_none()
        && facts.challenges.is_empty()
        && facts.cors.mode != Credentials::Include
        && wants_cookie(facts)
        && !blames_other(facts)
}

/// Another request of a script to the same host carried a session cookie and was accepted, and the jar could not be read.
fn unlike(facts: &Facts<'_>) -> Option<Finding> {
    if !went_bare(facts) || !facts.history.sign_outs.is_empty() {
        return None;
    }
    let accepted = facts
        .history
        .accepted_before
        .iter()
        .chain(&facts.history.accepted_elsewhere);
    let begun = facts.entry().started;
    let (entry, cookie) = accepted
        .filter_map(|at| facts.exchange.entries.get(*at))
        .find_map(|entry| {
            let here =
                Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host());
            let sent = Sent::of(&entry.request).cookies.unwrap_or_default();
            let cookie = sent.into_iter().find(|cookie| {
                here && entry.resource != Resource::Document && cookie.role == CookieRole::Session
            });
            cookie.map(|cookie| (entry, cookie))
        })?;
    // So short a time before, the cookie is there still.
    let just_now = begun
        .zip(entry.started)
        .is_some_and(|(now, then)| now.saturating_sub(then) < RECENT);
    let trust = if just_now {
        Trust::Browser
    } else {
        Trust::History
    };
    Some(
        Finding::likely(trust)
            .variant("unlike")
            .arg("cookie", cookie.name.as_str())
            .because(
                Evidence::observed(Subject::History, "others-carried")
                    .arg("cookie", cookie.name.as_str()),
            )
            .hiding(&["no-credentials", "cookie-missing"]),
    )
}

/// No cookie at all went to another origin whose answers allow credentials, and the jar could not be read.
fn unread(facts: &Facts<'_>) -> Option<Finding> {
    let allows = facts
        .entry()
        .response
        .headers("access-control-allow-credentials")
        .any(|value| value.trim() == "true");
    (allows && went_bare(facts)).then(|| {
        Finding::possible(Trust::Typical)
            .variant("unread")
            .because(Evidence::observed(Subject::Cors, "allows-credentials"))
    })
}
