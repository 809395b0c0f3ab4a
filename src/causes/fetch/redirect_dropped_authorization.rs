//! A redirect to another origin lost the `Authorization` field (Fetch standard, 4.4, step 13).

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::http::url::Url;

const ID: &str = "redirect-dropped-authorization";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.has_authorization() {
        return None;
    }
    let hops = facts.history.redirects.iter().filter_map(|at| facts.exchange.entries.get(*at));
    let last_with = hops.filter(|entry| entry.request.header("authorization").is_some()).last()?;
    let from = Url::parse(&last_with.request.url)?;
    let crossed = facts.request.url.as_ref().is_some_and(|to| !to.same_origin(&from));
    if !crossed {
        return None;
    }
    Some(
        Finding::certain(Trust::Browser)
            .arg("first", from.origin().to_string())
            .arg("target", facts.request.origin())
            .because(Evidence::observed(Subject::History, "had-it"))
            .because(Evidence::observed(Subject::Header, "evidence.no-authorization"))
            .hiding(&["no-credentials", "authorization-missing", "cookie-missing"])
            .fix(Fix::frontend(Effort::Easy, "call-the-target").snippet("fetch", "snippet-fetch"))
            .fix(Fix::backend(Effort::Medium, "no-redirect")),
    )
}
