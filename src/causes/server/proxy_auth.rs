//! An HTTP proxy wants credentials.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::providers::Kind;
use crate::speech::Saying;

const ID: &str = "proxy-auth";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "proxy authentication ~1 required"),
        Saying::names(ID, "err cache access denied"),
        Saying::names(ID, "cache access denied"),
        Saying::names(ID, "proxy ~3 requires authentication|login|credentials"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let finding = if facts.status() == 407 {
        Finding::certain(Trust::Header).because(Evidence::observed(Subject::Server, "status"))
    } else if facts.answer_header("proxy-authenticate").is_some() {
        Finding::certain(Trust::Header).because(Evidence::observed(Subject::Header, "field"))
    } else if facts.said.names(ID) {
        Finding::certain(Trust::Body).because(Evidence::observed(Subject::Server, "said"))
    } else if facts.responders.iter().any(|one| one.kind == Kind::Proxy)
        && facts
            .request
            .url
            .as_ref()
            .is_some_and(|url| url.scheme == "http")
    {
        Finding::likely(Trust::Header).because(Evidence::observed(Subject::Responder, "signature"))
    } else {
        return None;
    };
    Some(
        finding
            .hiding(&[
                "basic-credentials-rejected",
                "server-basic-auth",
                "no-credentials",
                "windows-auth",
                "authorization-missing",
            ])
            .fix(Fix::person(Effort::Easy, "sign-in"))
            .fix(Fix::person(Effort::Medium, "settings"))
            .fix(Fix::backend(Effort::Medium, "exempt")),
    )
}
