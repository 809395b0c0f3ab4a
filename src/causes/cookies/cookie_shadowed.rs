//! Two cookies of one name were sent, and the server may read the stale one.

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
    examine,
};

/// The first cookie that was sent twice with different values and could carry a session.
fn twice<'a>(facts: &'a Facts<'_>) -> Option<&'a SentCookie> {
    let cookies = facts.credentials.cookies.as_deref()?;
    cookies.iter().enumerate().find_map(|(place, one)| {
        let carries = matches!(one.role, CookieRole::Session | CookieRole::Unknown);
        let again = cookies.iter().skip(place.saturating_add(1)).any(|other| other.name == one.name && !other.name.is_empty() && !other.same_as(one));
        (carries && again).then_some(one)
    })
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let cookie = twice(facts)?;
    if facts.credentials.has_authorization() {
        return None;
    }
    let copies = facts.credentials.cookies.iter().flatten().filter(|one| one.name == cookie.name).count();
    let owners: Vec<String> = facts
        .exchange
        .jar
        .iter()
        .flatten()
        .filter(|one| one.name == cookie.name)
        .map(|one| format!("{}{}", one.domain, one.path))
        .collect();
    Some(
        Finding::likely(Trust::Browser)
            .arg("cookie", cookie.name.as_str())
            .arg("copies", copies)
            .arg("owners", owners)
            .because(Evidence::observed(Subject::Cookie, "twice"))
            .hiding(&["session-expired", "token-invalid"])
            .fix(Fix::person(Effort::Easy, "clear-site"))
            .fix(Fix::backend(Effort::Easy, "delete-the-old").snippet("express", "snippet-delete")),
    )
}
