//! The request's credentials mode left at home cookies that would have gone.

use crate::causes::withheld::{home_finding, main_store_reason, not_kept, refused_finding, sent_home};
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::cookie::reason::{SendReason, StoreReason};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::http::cors::Credentials;

const ID: &str = "fetch-credentials";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    examine,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let refused = not_kept(facts, |one| matches!(main_store_reason(one), Some(StoreReason::CredentialsOmitted)));
    let home = || sent_home(facts, |reason| matches!(reason, SendReason::CredentialsOmitted)).map(home_finding).or_else(|| unread(facts));
    let finding = match refused {
        Some(refused) => refused_finding(refused),
        None => home()?,
    };
    Some(
        finding
            .fix(Fix::frontend(Effort::Easy, "include").snippet("fetch", "snippet-fetch"))
            .fix(Fix::frontend(Effort::Easy, "axios").snippet("axios", "snippet-axios"))
            .fix(Fix::backend(Effort::Easy, "allow")),
    )
}

/// No cookie at all went to another origin whose answers allow credentials, and the jar could not be read.
fn unread(facts: &Facts<'_>) -> Option<Finding> {
    let allows = facts.entry().response.headers("access-control-allow-credentials").any(|value| value.trim() == "true");
    let bare = facts.credentials.cookies.is_none() && facts.credentials.is_none();
    let holds = facts.exchange.jar.is_none() && facts.cors.applies && allows && bare && facts.challenges.is_empty() && facts.cors.mode != Credentials::Include;
    holds.then(|| Finding::possible(Trust::Header).variant("unread").because(Evidence::observed(Subject::Cors, "allows-credentials")))
}
