//! Values of claims as they may be shown: what reads like words stays, for the rest stands an ellipsis.

use sha1::{Digest, Sha1};

use crate::facts::parties;
use crate::redact::{is_scope, judge};
use crate::token::tenant::tenant;

/// What stands for what was cut.
const CUT: &str = "…";
/// So many bytes of a key's hash tell it from the others of its issuer.
const KEY_KEPT: usize = 2;

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

/// The name of a signing key, which its issuer publishes (RFC 7517, 4.5): `key-2026` stays, of a digest stands an ellipsis
/// with the beginning of its SHA-1, `…3f9a`, so that two keys stay apart.
pub(super) fn key(value: &mut String) {
    let is_cut = value.strip_prefix(CUT).is_some_and(|hash| {
        hash.len() == 2 * KEY_KEPT && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    if is_cut || judge::reads_like_words(value, judge::Bar::Readable) {
        return;
    }
    let hash = Sha1::digest(value.as_bytes());
    let hex = hash.iter().take(KEY_KEPT).map(|byte| format!("{byte:02x}"));
    *value = std::iter::once(CUT.to_owned()).chain(hex).collect();
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
