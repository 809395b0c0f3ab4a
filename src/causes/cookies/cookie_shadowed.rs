//! Two cookies of one name were sent, and the server may read the stale one.

use crate::causes::withheld::{blames_other, wants_cookie};
use crate::causes::{Cause, Evidence, Finding, Fix, Trust};
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;
use crate::facts::credentials::SentCookie;
use crate::facts::names::CookieRole;

const ID: &str = "cookie-shadowed";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

/// The first cookie that was sent twice with different values and could carry a session, those so named first.
fn twice<'a>(facts: &'a Facts<'_>) -> Option<&'a SentCookie> {
    let sent = &facts.credentials;
    sent.twice(CookieRole::Session)
        .or_else(|| sent.twice(CookieRole::Unknown))
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let cookie = twice(facts)?;
    if facts.credentials.has_authorization() || !wants_cookie(facts) {
        return None;
    }
    // What a cookie is for shows in its name only; any other than a session's may well be there twice without harm.
    let finding = if cookie.role == CookieRole::Session && !blames_other(facts) {
        Finding::likely(Trust::Browser).hiding(&[
            "session-expired",
            "refresh-failed",
            "token-invalid",
        ])
    } else if facts.credentials.has_session_cookie() {
        return None;
    } else {
        Finding::possible(Trust::Browser)
    };
    let copies = facts
        .credentials
        .cookies
        .iter()
        .flatten()
        .filter(|one| one.name == cookie.name)
        .count();
    let owners: Vec<String> = facts
        .exchange
        .jar
        .iter()
        .flatten()
        .filter(|one| one.name == cookie.name)
        .map(|one| format!("{}{}", one.domain, one.path))
        .collect();
    let finding = if owners.is_empty() {
        finding.variant("unread")
    } else {
        finding
    };
    Some(
        finding
            .arg("cookie", cookie.name.as_str())
            .arg("copies", copies)
            .arg("owners", owners)
            .because(Evidence::observed(Subject::Cookie, "twice"))
            .fix(Fix::person(Effort::Easy, "fix.clear-this-site"))
            .fix(Fix::backend(Effort::Easy, "delete-the-old").snippet("cookie-delete")),
    )
}
