//! Basic or Digest user name and password were sent, well formed, and refused.

use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Confidence, Effort, Subject};
use crate::exchange::Family;
use crate::facts::Facts;
use crate::http::authorization::{self, Authorization, Malformed};
use crate::speech::Saying;
use crate::token::credential;

const ID: &str = "basic-credentials-rejected";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[
        Saying::names(
            ID,
            "invalid|wrong|bad ~1 basic ~1 authentication|auth|credentials",
        ),
        Saying::names(ID, "application password ~4 invalid|incorrect|not"),
        Saying::names(ID, "provided password is an invalid application password"),
        Saying::hints(ID, "code invalid username|email"),
        Saying::hints(ID, "unable to authenticate user|with"),
    ],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// What a server may say of a wrong user name or password.
const GENERIC: &[&str] = &[
    ID,
    "login-rejected",
    "token-invalid",
    "no-credentials",
    "authorization-missing",
    "permission-denied",
    "server-basic-auth",
];

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    offered(facts).or_else(|| sent(facts))
}

/// The browser was asked again for the same request, so what was typed or saved was offered and refused.
fn offered(facts: &Facts<'_>) -> Option<Finding> {
    let challenge = facts
        .challenges
        .iter()
        .find(|one| one.is("basic") || one.is("digest"))
        .filter(|_| facts.offered_in_vain() && !facts.failing.on_preflight() && !stale(facts))?;
    let digest = challenge.is("digest");
    Some(
        Finding::likely(Trust::Browser)
            .variant("asked-again")
            .arg("scheme", if digest { "Digest" } else { "Basic" })
            .arg("realm", realm(facts))
            .because(Evidence::observed(Subject::Browser, "asked-again"))
            .hiding(&[
                "login-rejected",
                "server-basic-auth",
                "no-credentials",
                "session-expired",
            ])
            .fix(Fix::person(Effort::Easy, "again"))
            .fix(Fix::backend(Effort::Medium, "check")),
    )
}

fn sent(facts: &Facts<'_>) -> Option<Finding> {
    let sent = facts.credentials.authorization.as_ref()?;
    let basic = sent
        .basic()
        .filter(|basic| !basic.user_empty || !basic.password_empty);
    let digest = sent.is("digest") && !sent.params.is_empty();
    if facts.failing.on_preflight() || (basic.is_none() && !digest) || stale(facts) {
        return None;
    }
    if sent.malformed.contains(&Malformed::BasicWithoutColon) || accepted(facts, sent) {
        return None;
    }
    let same_again = ["basic", "digest"]
        .iter()
        .any(|scheme| sent.is(scheme) && facts.challenged(scheme));
    let refused = facts.said.names(ID) || facts.said.names("login-rejected");
    let beside = facts.said.names_beside(GENERIC);
    let unread = facts.request.by_script && !facts.said.has_body();
    let finding = match (refused, same_again, beside) {
        (true, _, false) => Finding::certain(Trust::Body),
        // Many APIs take a key or a token so, and answer the same challenge to whatever displeases them.
        (false, true, false) if unread => Finding::possible(Trust::Header),
        (false, true, false) => Finding::likely(Trust::Header),
        (false, false, false) if facts.said.cause(ID).is_some() => Finding::likely(Trust::Body),
        (false, false, false) if facts.challenges.is_empty() && !unread => {
            Finding::likely(Trust::Typical)
        }
        _ => Finding::possible(Trust::Typical),
    };
    let finding = if finding.confidence == Confidence::Possible {
        finding.variant("unsure")
    } else {
        finding
    };
    let finding = finding
        .arg("scheme", if digest { "Digest" } else { "Basic" })
        .because(Evidence::observed(Subject::Header, "sent"));
    let finding = if same_again {
        finding
            .because(Evidence::observed(Subject::Server, "again"))
            .because(Evidence::named_or(
                Subject::Server,
                &realm(facts),
                "realm",
                "no-realm",
            ))
    } else {
        finding
    };
    let finding = if basic.is_some_and(|basic| basic.password_empty) {
        finding.because(Evidence::observed(Subject::Token, "empty-password"))
    } else if basic.is_some_and(|basic| basic.non_ascii) {
        finding.because(Evidence::observed(Subject::Token, "non-ascii"))
    } else {
        finding
    };
    Some(
        finding
            .hiding(&["login-rejected", "server-basic-auth"])
            .fix(Fix::person(Effort::Easy, again(facts)))
            .fix(Fix::backend(Effort::Medium, "check")),
    )
}

/// How to try again. Chromium shows the field only where the page's own code wrote it, and keeps no such password.
fn again(facts: &Facts<'_>) -> &'static str {
    let by_page = facts.request.by_script && facts.exchange.browser.family == Family::Chromium;
    if by_page { "in-page" } else { "again" }
}

/// `stale=true` says that user name and password were right (RFC 7616, 3.3).
fn stale(facts: &Facts<'_>) -> bool {
    facts.challenges.iter().any(|challenge| {
        challenge
            .param("stale")
            .is_some_and(|stale| stale.eq_ignore_ascii_case("true"))
    })
}

/// Whether the same origin accepts these very credentials.
fn accepted(facts: &Facts<'_>, sent: &Authorization) -> bool {
    facts
        .accepted_nearby()
        .filter_map(|entry| entry.request.header("authorization"))
        .map(authorization::parse)
        .any(|other| {
            sent.params.is_empty() && credential::same(&other.credentials, &sent.credentials)
        })
}

fn realm(facts: &Facts<'_>) -> String {
    let named = facts
        .challenges
        .iter()
        .find_map(|challenge| challenge.param("realm"));
    named.unwrap_or_default().to_owned()
}
