//! The server asks for an `Authorization` scheme, and the request carries no such header.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::speech::Saying;

const ID: &str = "authorization-missing";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(ID, "authorization|auth header|headers ~3 missing|required|absent"),
        Saying::names(ID, "missing|no|without ~3 authorization|auth header|headers|token"),
        Saying::names(ID, "no|missing ~1 bearer|access|auth|authentication|authorization|jwt token"),
        Saying::names(ID, "token ~2 not provided|found|supplied|present"),
        Saying::names(ID, "token ~1 required|missing"),
        Saying::names(ID, "no auth token"),
        Saying::names(ID, "authentication credentials were not provided"),
        Saying::hints(ID, "full authentication is required"),
    ],
    examine,
};

/// The scheme that the server wants, and that a script has to send: not one that the browser speaks by itself.
fn wanted<'a>(facts: &'a Facts<'_>) -> Option<&'a str> {
    let by_script = |scheme: &str| !["basic", "digest", "negotiate", "ntlm", "kerberos"].iter().any(|own| scheme.eq_ignore_ascii_case(own));
    facts.challenges.iter().map(|challenge| challenge.scheme.as_str()).find(|scheme| by_script(scheme))
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    if facts.credentials.has_authorization() || facts.failing.on_preflight() || !facts.request.is_api() {
        return None;
    }
    let said = facts.said.names(ID);
    let finding = match (wanted(facts), said) {
        (Some(_), true) => Finding::certain(Trust::Header),
        (Some(_), false) => Finding::likely(Trust::Header),
        (None, true) => Finding::likely(Trust::Body),
        (None, false) => return None,
    };
    let scheme = wanted(facts).unwrap_or("Bearer").to_owned();
    Some(
        finding
            .arg("scheme", scheme)
            .because(Evidence::observed(Subject::Header, "evidence.no-authorization"))
            .fix(Fix::frontend(Effort::Easy, "fix.send-authorization"))
            .fix(Fix::person(Effort::Easy, "fix.sign-in")),
    )
}
