//! A redirect to another origin lost the `Authorization` field (Fetch standard, 4.4, step 13).

use serde_json::Value;

use crate::causes::{Because, Cause, Repair, Rule, Rules, Signal, Trust};
use crate::cookie::site;
use crate::diagnosis::{Effort, Subject};
use crate::exchange::Entry;
use crate::facts::Facts;
use crate::http::url::Url;

const ID: &str = "redirect-dropped-authorization";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    rules: &RULES,
    signs_out: false,
};

static RULES: Rules = Rules {
    when: &[Signal::Own(
        "a hop with Authorization was redirected to another origin",
        is_dropped,
    )],
    unless: &[Signal::AuthorizationSent],
    rows: &[
        Rule::possible("a-key-was-sent", Trust::History).when(&[Signal::KeySent]),
        Rule::possible("a-sign-in-was-asked-for", Trust::History).when(&[Signal::AsksSignIn]),
        Rule::certain("within-the-site", Trust::Browser)
            .when(&[Signal::Own("both origins are of one site", is_of_one_site)]),
        // The server itself misses the header that the browser took away.
        Rule::certain("header-is-missed", Trust::Browser)
            .when(&[Signal::Named("authorization-missing")]),
        Rule::certain("bearer-is-asked-for", Trust::Browser).when(&[Signal::Challenged("Bearer")]),
        // Another site's address is often one with a signature of its own, which needs no header.
        Rule::likely("to-another-site", Trust::Browser),
    ],
    because: &[
        Because::observed(Subject::History, "had-it"),
        Because::observed(Subject::Header, "evidence.no-authorization"),
    ],
    hides: &["no-credentials", "authorization-missing", "cookie-missing"],
    fills: &[("first", first), ("target", target)],
    fixes: &[
        Repair::frontend(Effort::Easy, "call-the-target").snippet("call-target"),
        Repair::backend(Effort::Medium, "no-redirect").snippet("no-redirect"),
    ],
    ..Rules::BARE
};

/// The address of the last hop that carried `Authorization`, if a later one is of another origin: what the browser
/// removed there does not come back with the first origin.
fn dropped_after(facts: &Facts<'_>) -> Option<Url> {
    let hops: Vec<&Entry> = facts
        .history
        .redirects
        .iter()
        .filter_map(|at| facts.exchange.entries.get(*at))
        .collect();
    let last = hops
        .iter()
        .rposition(|entry| entry.request.header("authorization").is_some())?;
    let from = Url::parse(&hops.get(last)?.request.url)?;
    let later = hops
        .iter()
        .skip(last)
        .filter_map(|entry| Url::parse(&entry.request.url));
    let crossed = later
        .chain(facts.request.url.clone())
        .any(|to| !to.same_origin(&from));
    crossed.then_some(from)
}

fn is_dropped(facts: &Facts<'_>) -> bool {
    dropped_after(facts).is_some()
}

fn is_of_one_site(facts: &Facts<'_>) -> bool {
    dropped_after(facts).is_some_and(|from| facts.request.site() == site::of_host(&from.host))
}

fn first(facts: &Facts<'_>) -> Value {
    dropped_after(facts)
        .map(|from| from.origin().to_string())
        .into()
}

fn target(facts: &Facts<'_>) -> Value {
    facts.request.origin().into()
}
