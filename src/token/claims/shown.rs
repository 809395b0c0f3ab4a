//! Values of claims as they may be shown: what reads like words stays, for the rest stands an ellipsis.

use crate::facts::parties;
use crate::redact::{is_scope, judge};
use crate::token::tenant::tenant;

/// What stands for what was cut.
const CUT: &str = "…";

/// An issuer or audience: an address, a name, or the number of an API that everybody knows.
pub(super) fn party(value: &mut String) {
    if value.contains("://") {
        *value = address(value);
    } else if !parties::is_known_resource(value) {
        name(value);
    }
}

/// A scope or a role.
pub(super) fn right(value: &mut String) {
    if value.contains("://") {
        *value = address(value);
    } else if !is_scope(value) {
        CUT.clone_into(value);
    }
}

/// A name: of a claim, a client, a key. Claims of one's own are often named by addresses.
pub(super) fn name(value: &mut String) {
    if value.contains("://") {
        *value = address(value);
    } else if !judge::reads_like_words(value, judge::Bar::Readable) {
        CUT.clone_into(value);
    }
}

/// An address without its credentials, query and fragment: who is meant is told by the rest.
fn address(value: &str) -> String {
    let end = value.find(['?', '#']).unwrap_or(value.len());
    let (value, _) = value.split_at_checked(end).unwrap_or((value, ""));
    let (scheme, rest) = value.split_once("://").unwrap_or(("", value));
    let tenant = tenant(value);
    let mut parts = rest.split('/');
    let authority = parts.next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let of_network = matches!(scheme, "http" | "https" | "ws" | "wss");
    let plain_host = host
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._:[]".contains(&byte));
    let word = |part: &str| judge::reads_like_words(part, judge::Bar::Readable);
    let path = parts.map(|part| {
        let kept = word(part) || tenant.as_deref() == Some(&part.to_ascii_lowercase());
        format!("/{}", if kept { part } else { CUT })
    });
    format!(
        "{}://{}{}",
        if of_network || judge::is_listed(scheme) {
            scheme
        } else {
            CUT
        },
        if (of_network && plain_host) || word(host) {
            host
        } else {
            CUT
        },
        path.collect::<String>()
    )
}
