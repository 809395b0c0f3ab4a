//! What the causes about cookies share: from the cookie that decided to a finding.

use super::finding::{Evidence, Finding, Trust};
use crate::cookie::host::domain_match;
use crate::cookie::path::path_match;
use crate::cookie::reason::{SendReason, StoreReason, Sureness, Twin};
use crate::cookie::verdict::SetCookieVerdict;
use crate::diagnosis::{Confidence, Phase, Subject};
use crate::exchange::{Entry, Loss, LossCause, SameSite};
use crate::facts::Facts;
use crate::facts::cookies::AtHome;
use crate::facts::history::sets_session;
use crate::facts::names::{CookieRole, Purpose, grant_type};
use crate::facts::request::{Relation, is_local};
use crate::http::url::Url;
use crate::speech::{Meaning, Weight};

/// What a server says to one who shows nothing; it speaks of no other fault.
const SAID_OF_NOTHING: &[&str] = &[
    "no-credentials",
    "authorization-missing",
    "cookie-missing",
    "session-expired",
    "session-displaced",
    "token-invalid",
    "token-expired",
    "token-malformed",
    "login-rejected",
];

/// Whether a cookie could have made the request succeed: it is no preflight and no sign-in, which need none, and no
/// proxy's refusal.
pub(super) fn wants_cookie(facts: &Facts<'_>) -> bool {
    !facts.failing.on_preflight()
        && facts.status() != 407
        && match facts.request.purpose {
            Purpose::SignIn => false,
            Purpose::Token => is_token_of_session(facts),
            _ => true,
        }
}

/// Whether a frame of another site asks its own origin for a token with nothing but, as it hopes, its session.
fn is_token_of_session(facts: &Facts<'_>) -> bool {
    let context = facts.cookies.context.as_ref();
    context.is_some_and(|context| context.third_party.is_some())
        && facts.request.relation == Relation::SameOrigin
        && facts.credentials.is_none()
        && grant_type(&facts.entry().request).is_none()
}

/// Whether the server plainly named a fault that no cookie would mend.
pub(super) fn blames_other(facts: &Facts<'_>) -> bool {
    // A renewal that came with nothing is told that there is nothing to renew.
    let renews = facts.request.purpose == Purpose::Refresh && facts.credentials.is_none();
    let of_nothing = |id: &str| {
        SAID_OF_NOTHING.contains(&id) || (renews && matches!(id, "refresh-failed" | "refresh-race"))
    };
    facts.said.phrases.iter().any(|(_, saying)| {
        let other = matches!(saying.means, Meaning::Cause(id) if !of_nothing(id));
        other && saying.weight == Weight::Names
    })
}

/// Whether this host was seen to work without a session's cookie: by `Authorization`, or the very request with none.
fn works_without(facts: &Facts<'_>) -> bool {
    let history = &facts.history;
    let at_host = |entry: &Entry| {
        Url::parse(&entry.request.url).is_some_and(|url| url.host == facts.request.host())
    };
    let bare = |at: usize| {
        let sent = facts.carried.at(at);
        !sent.unseen && !sent.has_session_cookie()
    };
    let entry = |at: &usize| facts.exchange.entries.get(*at).map(|entry| (*at, entry));
    let elsewhere = history
        .accepted_elsewhere
        .iter()
        .chain(&history.accepted_elsewhere_after);
    let same = history
        .accepted_before
        .iter()
        .chain(&history.accepted_after);
    elsewhere.filter_map(entry).any(|(at, entry)| {
        at_host(entry)
            && entry.request.header("authorization").is_some()
            && bare(at)
            && !sets_session(entry)
    }) || same
        .filter_map(entry)
        .any(|(at, _)| bare(at) && history.sign_outs.is_empty())
}

/// Whether the cookie could be what this request needed. A sign-in needs that of an access layer at most, which guards
/// the sign-in too; and a cookie for renewals alone is kept to their path on purpose.
fn is_meant(facts: &Facts<'_>, one: &AtHome) -> bool {
    if !wants_cookie(facts) {
        return is_of_access_layer(&one.verdict.name);
    }
    !is_for_renewal(one)
        || facts.request.purpose == Purpose::Refresh
        || !one.verdict.reasons.contains(&SendReason::NotOnPath)
}

fn is_for_renewal(one: &AtHome) -> bool {
    one.verdict.name.to_ascii_lowercase().contains("refresh")
}

/// Whether the name is one that access layers in front of applications give their cookies.
fn is_of_access_layer(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [
        "oauth2_proxy",
        "cf_authorization",
        "awselbauthsession",
        "mod_auth_openidc",
        "authelia",
        "authentik_proxy",
        "forward_auth",
        "vouchcookie",
        "pomerium",
        "gcp_iaap",
        "gcp_iap",
        "appserviceauthsession",
    ]
    .iter()
    .any(|part| name.contains(part))
}

/// The cookie that stayed home and decided, if the first thing to mend about it is one that `wanted` names; else
/// another that stayed home so, which is then only possible.
pub(super) fn sent_home(
    facts: &Facts<'_>,
    wanted: fn(SendReason) -> bool,
) -> Option<(AtHome, Confidence)> {
    if facts.failing.on_preflight() || facts.status() == 407 {
        return None;
    }
    let all = || facts.cookies.home.iter().filter(|one| is_meant(facts, one));
    // A renewal goes by the cookie that is for renewals, if there is one.
    let renews = facts.request.purpose == Purpose::Refresh;
    let of_renewal = all().find(|one| renews && is_for_renewal(one));
    let decisive = of_renewal.or_else(|| all().next())?;
    if decisive.main_reason().is_some_and(wanted) {
        return Some((decisive.clone(), confidence(facts, decisive)?));
    }
    let mut home = all().filter(|one| !std::ptr::eq(*one, decisive));
    let other = home.find(|one| one.verdict.reasons.iter().any(|reason| wanted(*reason)))?;
    let alone = !facts.credentials.has_authorization()
        && !other.verdict.reasons.contains(&SendReason::DomainMismatch);
    alone.then(|| (other.clone(), Confidence::Possible))
}

/// How sure it is that this cookie made the difference.
fn confidence(facts: &Facts<'_>, one: &AtHome) -> Option<Confidence> {
    let of_other_host = one.verdict.reasons.contains(&SendReason::DomainMismatch);
    let of_other_path = one.verdict.reasons.contains(&SendReason::NotOnPath);
    if facts.credentials.has_authorization() || facts.credentials.has_key() {
        return Some(Confidence::Possible);
    }
    if facts.credentials.has_session_cookie() {
        return (!of_other_host && !of_other_path).then_some(Confidence::Possible);
    }
    let of_another =
        of_other_host && !shares_session(facts, one) || of_other_path && !leads_here(facts, one);
    let renewal = facts.request.purpose == Purpose::Refresh && is_for_renewal(one);
    // That the API takes a token in a header says nothing of the cookie by which the token is renewed.
    let without = works_without(facts) && !renewal;
    if of_another || blames_other(facts) || without {
        return Some(Confidence::Possible);
    }
    let sure = matches!(one.verdict.sureness, Sureness::Exact | Sureness::Strong);
    let named = one.role == CookieRole::Session;
    let by_sign_in = one
        .set_at
        .is_some_and(|at| facts.history.sign_ins.contains(&at));
    let foreign = of_other_host || (of_other_path && !by_sign_in);
    Some(
        if !sure || !named || foreign || (asks_for_header(facts) && one.set_at.is_none()) {
            Confidence::Likely
        } else {
            Confidence::Certain
        },
    )
}

/// Whether a sibling's session is likely this host's too: it was seen set, it is the page's own, the two are www and
/// apex, both are names of this machine, or both are called as back ends are. Other siblings have sessions of their own.
fn shares_session(facts: &Facts<'_>, one: &AtHome) -> bool {
    let owner = one.verdict.domain.as_str();
    let host = facts.request.host();
    let bare = |name: &str| name.strip_prefix("www.").unwrap_or(name).to_owned();
    let of = |url: Option<&Url>| url.is_some_and(|url| url.host == owner);
    one.set_at.is_some()
        || bare(owner) == bare(host)
        || of(facts.request.sender.as_ref())
        || of(facts.request.page.as_ref())
        || (is_local(owner) && is_local(host))
        || (is_back_end(owner) && is_back_end(host))
}

/// Whether the host has a name that the one back end of a site has, as `api.` or `server.`.
fn is_back_end(host: &str) -> bool {
    let label = host.split('.').next().unwrap_or_default();
    let label = label.trim_end_matches(|last: char| last.is_ascii_digit() || last == '-');
    [
        "api", "apis", "server", "backend", "back", "gateway", "gw", "rest", "be",
    ]
    .iter()
    .any(|name| {
        label == *name
            || label.ends_with(&format!("-{name}"))
            || label.starts_with(&format!("{name}-"))
    })
}

/// Whether a cookie of another path is likely this address's too: it was seen set, the page that asks has it, or its
/// path is one for signing in. Applications side by side on one host have sessions of their own.
fn leads_here(facts: &Facts<'_>, one: &AtHome) -> bool {
    let folder = one.verdict.path.as_str();
    let asks = facts
        .request
        .sender
        .iter()
        .chain(&facts.request.page)
        .any(|url| url.host == facts.request.host() && path_match(&url.path, folder));
    let signs_in = [
        "auth", "login", "signin", "session", "sso", "account", "user", "api",
    ]
    .iter()
    .any(|word| folder.to_ascii_lowercase().contains(word));
    let renews = facts.request.purpose == Purpose::Refresh && is_for_renewal(one);
    one.set_at.is_some() || asks || signs_in || renews
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

/// A finding about the `Set-Cookie` that was not kept for such a reason, if that is what decided.
pub(super) fn refused_for(facts: &Facts<'_>, wanted: fn(StoreReason) -> bool) -> Option<Finding> {
    not_kept(facts, |one| main_store_reason(one).is_some_and(wanted)).map(refused_finding)
}

/// A finding about the cookie that stayed home for such a reason, if that is what decided.
pub(super) fn withheld_for(facts: &Facts<'_>, wanted: fn(SendReason) -> bool) -> Option<Finding> {
    sent_home(facts, wanted).map(|found| home_finding(facts, found))
}

/// What need not be named beside a cookie that is known to have gone.
pub(super) const EXPLAINED_BY_LOSS: &[&str] = &[
    "no-credentials",
    "authorization-missing",
    "cookie-missing",
    "session-expired",
];

/// Whether the request should have carried a session's cookie, and carried none.
pub(super) fn lacks_session(facts: &Facts<'_>) -> bool {
    !facts.credentials.has_authorization()
        && wants_cookie(facts)
        && !facts.credentials.has_session_cookie()
}

/// The cookies of sessions of this host that had gone by such a cause when the request went out, the last first.
pub(super) fn session_lost<'a>(
    facts: &'a Facts<'_>,
    by: impl Fn(LossCause) -> bool,
) -> impl Iterator<Item = &'a Loss> {
    let before = |loss: &Loss| {
        loss.time
            .zip(facts.entry().started)
            .is_none_or(|(lost, asked)| lost <= asked)
    };
    facts.exchange.losses.iter().rev().filter(move |loss| {
        by(loss.cause)
            && CookieRole::of(&loss.name) == CookieRole::Session
            && covers(facts, &loss.domain)
            && before(loss)
    })
}

/// The `Set-Cookie` that was not kept for a reason that `wanted` names, if that is what decided.
pub(super) fn not_kept(
    facts: &Facts<'_>,
    wanted: impl Fn(&SetCookieVerdict) -> bool,
) -> Option<(SetCookieVerdict, Confidence)> {
    if !wants_cookie(facts) || facts.credentials.has_authorization() {
        return None;
    }
    let status = |at: usize| {
        let entry = facts.exchange.entries.get(at);
        entry.map_or(0, |entry| entry.response.status)
    };
    // What a refusal sets is a visitor's, which signs nobody in.
    let mut refused = facts.cookies.refused.iter();
    let (at, first) = refused.find(|(at, _)| !(400..600).contains(&status(*at)))?;
    if !wanted(first) {
        return None;
    }
    let sure = matches!(first.sureness, Sureness::Exact | Sureness::Strong);
    let named = CookieRole::of(&first.name) == CookieRole::Session;
    // A redirect that sets a session is how sign-ins through another site end.
    let by_sign_in =
        facts.history.sign_ins.contains(at) || (named && (300..400).contains(&status(*at)));
    let confidence =
        if facts.credentials.has_session_cookie() || blames_other(facts) || works_without(facts) {
            Confidence::Possible
        } else if sure && by_sign_in && first.observed != Some(true) {
            Confidence::Certain
        } else {
            Confidence::Likely
        };
    Some((first.clone(), confidence))
}

/// What is explained by a cookie that was kept back or not kept, if that is more than possible.
fn explained(confidence: Confidence) -> &'static [&'static str] {
    if confidence == Confidence::Possible {
        &["cookie-missing"]
    } else {
        &[
            "no-credentials",
            "authorization-missing",
            "cookie-missing",
            "session-expired",
            "token-invalid",
        ]
    }
}

/// The attribute as it would be written.
fn attribute(same_site: SameSite) -> &'static str {
    match same_site {
        SameSite::Strict => "SameSite=Strict",
        SameSite::Lax => "SameSite=Lax",
        SameSite::None => "SameSite=None",
        SameSite::Unspecified => "no SameSite attribute",
    }
}

/// A finding about a cookie that stayed home.
pub(super) fn home_finding(facts: &Facts<'_>, (one, confidence): (AtHome, Confidence)) -> Finding {
    let reasons: Vec<&str> = one
        .verdict
        .reasons
        .iter()
        .map(|reason| reason.as_str())
        .collect();
    // Beside a credential of another kind, or as another's cookie, it is an afterthought.
    let of_another = one.verdict.reasons.contains(&SendReason::DomainMismatch)
        || one.verdict.reasons.contains(&SendReason::NotOnPath);
    let other_kind = facts.credentials.has_authorization() || facts.credentials.has_key();
    let trust = if other_kind || (of_another && confidence == Confidence::Possible) {
        Trust::Typical
    } else {
        Trust::Browser
    };
    Finding::new(confidence, trust)
        .phase(Phase::Send)
        .arg("cookie", one.verdict.name.as_str())
        .arg("domain", one.verdict.domain.as_str())
        .arg("folder", one.verdict.path.as_str())
        .arg("attribute", attribute(one.cookie.same_site))
        .arg("reasons", reasons)
        .because(Evidence::observed(
            Subject::Cookie,
            "evidence.cookie-at-home",
        ))
        .hiding(explained(confidence))
        .hiding(failed_for_it(facts, confidence))
}

/// A renewal that came without its cookie failed for that.
fn failed_for_it(facts: &Facts<'_>, confidence: Confidence) -> &'static [&'static str] {
    let renews = facts.request.purpose == Purpose::Refresh && confidence != Confidence::Possible;
    if renews { &["refresh-failed"] } else { &[] }
}

/// A finding about a `Set-Cookie` that was not kept.
pub(super) fn refused_finding((one, confidence): (SetCookieVerdict, Confidence)) -> Finding {
    let setter = Url::parse(&one.url).map(|url| url.host).unwrap_or_default();
    let reasons: Vec<&str> = one.reasons.iter().map(|reason| reason.as_str()).collect();
    let domain = one.cookie.domain.clone().unwrap_or_default();
    Finding::new(confidence, Trust::Browser)
        .phase(Phase::Store)
        .variant("store")
        .arg("cookie", one.name.as_str())
        .arg("setter", setter)
        .arg("domain", domain.trim_start_matches('.'))
        .arg("attribute", attribute(one.kept_as.same_site))
        .arg("reasons", reasons)
        .because(Evidence::observed(
            Subject::Cookie,
            "evidence.cookie-refused",
        ))
        .hiding(explained(confidence))
}

/// How the request of a same-site rule crossed sites, with its evidence: named where the sender is known.
pub(super) fn crossing(facts: &Facts<'_>, finding: Finding, twin: Option<Twin>) -> Finding {
    match twin {
        Some(Twin::Scheme) => finding
            .variant("scheme")
            .because(Evidence::inferred(Subject::Browser, "other-scheme")),
        _ if facts.request.relation == Relation::CrossSite => finding
            .variant("from")
            .because(Evidence::inferred(Subject::Request, "cross-site")),
        _ => finding,
    }
}

/// Whether a cookie of this domain, in the API's form with a dot unless host-only, would go to the host asked.
pub(super) fn covers(facts: &Facts<'_>, domain: &str) -> bool {
    let host = facts.request.host();
    match domain.strip_prefix('.') {
        Some(wide) => domain_match(host, wide),
        None => host == domain,
    }
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
