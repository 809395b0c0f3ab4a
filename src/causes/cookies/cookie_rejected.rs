//! The browser refused the `Set-Cookie` for a rule of its own: a prefix, a public suffix, a size, a character,
//! `Partitioned` without `Secure`.

use crate::causes::cookies::cookie_domain::names_another_host;
use crate::causes::withheld::{main_store_reason, not_kept, refused_finding};
use crate::causes::{Cause, Evidence, Finding, Fix};
use crate::cookie::reason::StoreReason;
use crate::cookie::verdict::SetCookieVerdict;
use crate::diagnosis::{Effort, Subject};
use crate::facts::Facts;

const ID: &str = "cookie-rejected";

/// The cause.
pub static CAUSE: Cause = Cause {
    id: ID,
    says: &[],
    check: crate::causes::Check::Function(examine),
    signs_out: false,
};

fn breaks_a_rule(one: &SetCookieVerdict) -> bool {
    use StoreReason as Reason;
    match main_store_reason(one) {
        Some(Reason::InvalidDomain) => !names_another_host(one),
        Some(
            Reason::SyntaxError
            | Reason::NoCookieContent
            | Reason::DisallowedCharacter
            | Reason::NameValuePairExceedsMaxSize
            | Reason::DomainNonAscii
            | Reason::InvalidPath
            | Reason::InvalidPrefix
            | Reason::InvalidPartitioned
            | Reason::AmbiguousSerialization
            | Reason::OverwriteSecure
            | Reason::OverwriteHttpOnly,
        ) => true,
        _ => false,
    }
}

fn examine(facts: &Facts<'_>) -> Option<Finding> {
    let refused = not_kept(facts, breaks_a_rule)?;
    let reason = main_store_reason(&refused.0);
    let rule = reason.map_or("unknown", StoreReason::as_str);
    let (evidence, fix) = match reason {
        Some(StoreReason::InvalidPrefix) => (
            "prefix-rule",
            Fix::backend(Effort::Easy, "prefix").snippet("cookie-host"),
        ),
        Some(StoreReason::InvalidDomain) => ("suffix-rule", Fix::backend(Effort::Easy, "suffix")),
        Some(StoreReason::NameValuePairExceedsMaxSize) => {
            ("size-rule", Fix::backend(Effort::Medium, "smaller"))
        }
        Some(StoreReason::InvalidPartitioned) => (
            "partitioned-rule",
            Fix::backend(Effort::Easy, "keep-the-rule"),
        ),
        Some(StoreReason::OverwriteSecure) => (
            "overwrite-rule",
            Fix::backend(Effort::Easy, "keep-the-rule"),
        ),
        _ => ("rule", Fix::backend(Effort::Easy, "keep-the-rule")),
    };
    Some(
        refused_finding(refused)
            .arg("rule", rule)
            .because(Evidence::inferred(Subject::Browser, evidence))
            .fix(fix),
    )
}
