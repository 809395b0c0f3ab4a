//! A redirect to another origin lost the `Authorization` field (Fetch standard, 4.4, step 13).

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::site;
use crate::diagnosis::{Effort, Subject};
use crate::facts::{Facts, names};
use crate::http::url::Url;

const ID: &str = "redirect-dropped-authorization";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.has_authorization() {
        return None;
    }
    let hops: Vec<_> = facts
        .history
        .redirects
        .iter()
        .filter_map(|at| facts.exchange.entries.get(*at))
        .collect();
    let had = hops
        .iter()
        .rposition(|entry| entry.request.header("authorization").is_some())?;
    let last_with = hops.get(had)?;
    let from = Url::parse(&last_with.request.url)?;
    // What was taken away at another origin does not come back with the first one.
    let between = hops
        .iter()
        .skip(had)
        .filter_map(|entry| Url::parse(&entry.request.url));
    let crossed = between
        .chain(facts.request.url.clone())
        .any(|to| !to.same_origin(&from));
    if !crossed {
        return None;
    }
    // Another site's address is often one with a signature of its own, which needs no header.
    let of_one_site = facts.request.site() == site::of_host(&from.host);
    let needs_none =
        facts.credentials.has_key() || names::is_sign_in_address(&facts.entry().request.url);
    let finding = match (of_one_site, needs_none) {
        (_, true) => Finding::possible(Trust::History),
        (true, false) => Finding::certain(Trust::Browser),
        // The server itself misses the header that the browser took away.
        (false, false)
            if facts.said.names("authorization-missing") || facts.challenged("Bearer") =>
        {
            Finding::certain(Trust::Browser)
        }
        (false, false) => Finding::likely(Trust::Browser),
    };
    Some(
        finding
            .arg("first", from.origin().to_string())
            .arg("target", facts.request.origin())
            .because(Evidence::observed(Subject::History, "had-it"))
            .because(Evidence::observed(
                Subject::Header,
                "evidence.no-authorization",
            ))
            .hiding(&["no-credentials", "authorization-missing", "cookie-missing"])
            .fix(Fix::frontend(Effort::Easy, "call-the-target").snippet("call-target"))
            .fix(Fix::backend(Effort::Medium, "no-redirect").snippet("no-redirect")),
    )
}
