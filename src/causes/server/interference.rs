//! Another extension or a security program removed or changed the credentials.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::reason::Warning;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::{Entry, Family, Resource};
use crate::facts::Facts;
use crate::facts::failing::is_preflight;
use crate::facts::names::CookieRole;
use crate::facts::request::RequestFacts;
use crate::http::url::Url;

const ID: &str = "interference";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = announced(facts)
        .or_else(|| stripped(facts))
        .or_else(|| never_answered(facts))?;
    Some(
        finding
            .hiding(&[
                "server-basic-auth",
                "no-credentials",
                "authorization-missing",
                "cookie-missing",
                "session-expired",
            ])
            .fix(Fix::person(Effort::Easy, "without"))
            .fix(Fix::person(Effort::Medium, "program"))
            .fix(Fix::frontend(Effort::Medium, "compare")),
    )
}

/// The prompts of several hosts are asked again and again, and never does an answer go out: what is typed is taken away.
fn never_answered(facts: &Facts<'_>) -> Option<Finding> {
    let asked: Vec<&Entry> = facts
        .exchange
        .entries
        .iter()
        .filter(|entry| is_prompted(entry))
        .collect();
    let hosts: std::collections::BTreeSet<String> = asked
        .iter()
        .filter_map(|entry| Url::parse(&entry.request.url))
        .map(|url| url.host)
        .collect();
    let answered = facts
        .exchange
        .entries
        .iter()
        .any(|entry| entry.request.header("authorization").is_some());
    (hosts.len() >= 2 && asked.len() >= 5 && !answered && is_prompted(facts.entry())).then(|| {
        Finding::likely(Trust::Browser)
            .variant("prompts")
            .arg("count", asked.len())
            .because(Evidence::observed(Subject::History, "never-answered"))
    })
}

/// A document that the browser prompts for (RFC 7617), asked for without an answer.
fn is_prompted(entry: &Entry) -> bool {
    entry.resource == Resource::Document
        && entry.response.status == 401
        && entry.request.headers.is_some()
        && entry.request.header("authorization").is_none()
        && entry.challenged < 2
        && entry.response.headers("www-authenticate").any(|value| {
            value
                .get(..5)
                .is_some_and(|begin| begin.eq_ignore_ascii_case("basic"))
        })
}

/// The preflight announced `Authorization`, and the request went without.
fn announced(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.has_authorization() || is_preflight(facts.entry()) {
        return None;
    }
    let own = facts.entry();
    let lists = |entry: &Entry| {
        is_preflight(entry)
            && entry.request.url == own.request.url
            && entry
                .request
                .header("access-control-request-method")
                .is_some_and(|method| method.eq_ignore_ascii_case(&own.request.method))
            && entry
                .request
                .header("access-control-request-headers")
                .is_some_and(|fields| {
                    fields
                        .split(',')
                        .any(|field| field.trim().eq_ignore_ascii_case("authorization"))
                })
            && matches!((entry.started, own.started), (Some(before), Some(after)) if (0..=5_000).contains(&after.saturating_sub(before)))
    };
    let passed = facts
        .exchange
        .entries
        .iter()
        .take(facts.failing.index)
        .any(|entry| lists(entry) && (200..300).contains(&entry.response.status));
    (passed && own.response.status != 0 && facts.history.redirects.is_empty()).then(|| {
        Finding::likely(Trust::Browser)
            .variant("header")
            .because(Evidence::observed(Subject::Header, "announced"))
    })
}

/// The browser's rules let the cookies go, to the page's own origin, and the wire had none.
fn stripped(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.cookies.is_some()
        || is_preflight(facts.entry())
        || !goes_by_itself(&facts.request)
    {
        return None;
    }
    let seen = facts
        .cookies
        .jar
        .iter()
        .flatten()
        .filter(|one| one.expected && one.observed == Some(false))
        // What a later response set was not there yet.
        .filter(|one| !one.warnings.contains(&Warning::SetLater));
    let mut names: Vec<&str> = seen
        .filter(|one| {
            matches!(
                CookieRole::of(&one.name),
                CookieRole::Session | CookieRole::Unknown
            )
        })
        .map(|one| one.name.as_str())
        .collect();
    names.dedup();
    let name = names.first()?;
    // A credentialless frame sends none of its cookies either, and nothing that an extension sees shows it.
    let in_frame = facts
        .exchange
        .page
        .as_ref()
        .is_some_and(|page| !page.frames.is_empty());
    let finding = if in_frame || leaves_out(facts) {
        Finding::possible(Trust::Typical)
    } else {
        Finding::likely(Trust::Browser)
    };
    Some(
        finding
            .variant("cookie")
            .arg("cookie", *name)
            .because(Evidence::observed(Subject::Cookie, "should-have-gone")),
    )
}

/// Whether its own code is the likelier to have left cookies out: a service worker's requests often say `omit`, and
/// the first versions of `fetch` did so unless told otherwise.
fn leaves_out(facts: &Facts<'_>) -> bool {
    let by_worker = facts.request.sender.as_ref().is_some_and(|sender| {
        let file = sender
            .path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        std::path::Path::new(&file)
            .extension()
            .is_some_and(|ending| ending == "js" || ending == "mjs")
            && (file.contains("worker")
                || file
                    .split(['.', '-', '_'])
                    .any(|part| matches!(part, "sw" | "ngsw")))
    });
    let since = match facts.exchange.browser.family {
        Family::Chromium => 72,
        Family::Firefox => 61,
        Family::Safari | Family::Unknown => 0,
    };
    let early = (1..since).contains(&facts.exchange.browser.major);
    by_worker || (early && facts.entry().resource == Resource::Fetch)
}

/// Requests to which the browser adds cookies unless the page's code says otherwise.
fn goes_by_itself(request: &RequestFacts) -> bool {
    use crate::facts::request::Relation;
    request.is_page || request.relation == Relation::SameOrigin
}
