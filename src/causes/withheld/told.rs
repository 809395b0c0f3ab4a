//! What is told of a cookie that never reached the server: its values for the words, and that it was seen.

use super::deciding::{Cookie, Kept, deciding};
use crate::causes::finding::{Evidence, Finding};
use crate::cookie::verdict::SetCookieVerdict;
use crate::diagnosis::Subject;
use crate::exchange::SameSite;
use crate::facts::Facts;
use crate::facts::cookies::AtHome;
use crate::http::url::Url;

/// The finding of a rule that is about this cookie, with what is told of it.
pub(in crate::causes) fn tell(facts: &Facts<'_>, kept: Kept, finding: Finding) -> Finding {
    let finding = finding.phase(kept.phase());
    match deciding(facts, kept.reason()) {
        Some(Cookie::Rejected(one)) => tell_rejected(one, finding),
        Some(Cookie::Withheld(one) | Cookie::Another(one)) => tell_withheld(one, finding),
        None => finding,
    }
}

fn tell_withheld(one: &AtHome, finding: Finding) -> Finding {
    let reasons = one.verdict.reasons.iter();
    let reasons: Vec<&str> = reasons.map(|reason| reason.as_str()).collect();
    finding
        .arg("cookie", one.verdict.name.as_str())
        .arg("domain", one.verdict.domain.as_str())
        .arg("folder", one.verdict.path.as_str())
        .arg("attribute", attribute(one.cookie.same_site))
        .arg("reasons", reasons)
        .because(Evidence::observed(
            Subject::Cookie,
            "evidence.cookie-at-home",
        ))
}

fn tell_rejected(one: &SetCookieVerdict, finding: Finding) -> Finding {
    let setter = Url::parse(&one.url).map(|url| url.host).unwrap_or_default();
    let reasons: Vec<&str> = one.reasons.iter().map(|reason| reason.as_str()).collect();
    let domain = one.cookie.domain.as_deref().unwrap_or_default();
    finding
        .arg("cookie", one.name.as_str())
        .arg("setter", setter)
        .arg("domain", domain.trim_start_matches('.'))
        .arg("attribute", attribute(one.kept_as.same_site))
        .arg("reasons", reasons)
        .because(Evidence::observed(
            Subject::Cookie,
            "evidence.cookie-refused",
        ))
}

/// The attribute as it would be written.
fn attribute(same_site: SameSite) -> &'static str {
    match same_site {
        SameSite::Strict => "SameSite=Strict",
        SameSite::Lax => "SameSite=Lax",
        SameSite::None => "SameSite=None",
        SameSite::Unspecified => "no SameSite attribute",
    }
}
