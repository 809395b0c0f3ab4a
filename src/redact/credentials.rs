//! Fields that carry credentials: the syntax stays, the secret goes.

use super::{Key, address, text};
use crate::http::challenge;
use crate::speech;
use crate::token::standin::StandIn;

/// Schemes of `Authorization` as they are in use: registered ones, and those of products.
const SCHEMES: &[&str] = &[
    "basic",
    "bearer",
    "digest",
    "dpop",
    "negotiate",
    "ntlm",
    "aws4-hmac-sha256",
    "aws",
    "token",
    "oauth",
    "hawk",
    "apikey",
    "api-key",
    "api_key",
    "key",
    "jwt",
    "bot",
    "ssws",
    "googlelogin",
    "hoba",
    "mutual",
    "signature",
    "hmac",
    "splunk",
    "discogs",
    "mediabrowser",
    "zoho-oauthtoken",
    "wsse",
    "kerberos",
    "gnap",
    "privatetoken",
    "vapid",
    "scram-sha-256",
    "scram-sha-1",
    "client-id",
    "sso-key",
    "sharedkey",
    "sharedkeylite",
    "sharedaccesssignature",
    "deepl-auth-key",
    "klaviyo-api-key",
    "access_token",
    "accesstoken",
    "auth",
    "user",
    "concealed",
    "oauth2",
    "id_token",
    "x-api-key",
    "apptoken",
    "session",
    "authorization",
    "ghost",
    "bce-auth-v1",
    "tc3-hmac-sha256",
    "acs3-hmac-sha256",
    "cloudinary",
];

/// Parameters of signed requests that are no secrets and by which rules tell what is wrong.
const KEPT_PARAMETERS: &[&str] = &[
    "realm",
    "algorithm",
    "qop",
    "nc",
    "uri",
    "charset",
    "userhash",
    "signedheaders",
    "headers",
    "oauth_signature_method",
    "oauth_timestamp",
    "oauth_version",
    "stale",
    "ts",
    "version",
    "created",
    "expires",
];

/// `Authorization` and its like: schemes, separators and parameter names stay as they stood.
pub(super) fn authorization(value: &str, key: &Key) -> String {
    let (lead, rest) = lead(value);
    if rest.is_empty() {
        return lead.to_owned();
    }
    let scheme = lead
        .trim_matches(|letter: char| !letter.is_ascii_alphanumeric())
        .to_ascii_lowercase();
    let signed = matches!(
        scheme.as_str(),
        "digest"
            | "aws4-hmac-sha256"
            | "oauth"
            | "hawk"
            | "signature"
            | "hmac"
            | "wsse"
            | "mediabrowser"
            | "tc3-hmac-sha256"
            | "vapid"
            | "mutual"
            | "hoba"
    );
    if signed && rest.contains('=') && rest.contains(',') {
        return format!("{lead}{}", parameters(rest, key));
    }
    // Trailing quotes and blanks are what makes a value malformed, so they stay outside of the stand-in.
    let secret = rest.trim_end_matches([' ', '\t', '"', '\'', '\r', '\n', ',', ';']);
    let tail = rest.strip_prefix(secret).unwrap_or_default();
    if secret.is_empty() {
        return value.to_owned();
    }
    let cut = if scheme == "basic" {
        key.cut_basic(secret)
    } else {
        key.cut(secret)
    };
    format!("{lead}{cut}{tail}")
}

/// The part of the value before the secret: known schemes and what stands between them.
fn lead(value: &str) -> (&str, &str) {
    let mut end = 0;
    loop {
        let rest = value.get(end..).unwrap_or_default();
        let separators = rest.len()
            - rest
                .trim_start_matches([' ', '\t', '"', '\'', ':', '=', ',', '\r', '\n'])
                .len();
        let after = rest.get(separators..).unwrap_or_default();
        let Some(scheme) = scheme_at(after) else {
            return value
                .split_at_checked(end.saturating_add(separators))
                .unwrap_or(("", value));
        };
        end = end.saturating_add(separators).saturating_add(scheme);
    }
}

/// The length of a scheme at the beginning of the text: a known one before a separator, or one that is glued to a
/// JWT or a stand-in, or an unknown plain word before a blank.
fn scheme_at(text: &str) -> Option<usize> {
    let word = text
        .find([' ', '\t', ':', '=', ',', '"', '\'', '\r', '\n'])
        .unwrap_or(text.len());
    let (first, after) = text.split_at_checked(word)?;
    if SCHEMES
        .iter()
        .any(|known| known.eq_ignore_ascii_case(first))
    {
        return Some(word);
    }
    let glued = ["bearer", "basic", "token", "jwt"].iter().find(|known| {
        first
            .get(..known.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(known))
    });
    if let Some(known) = glued {
        return Some(known.len());
    }
    let plain = (3..=16).contains(&first.len())
        && first
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    (plain && after.starts_with(' ') && !after.trim().is_empty()).then_some(word)
}

/// `name="value"` pairs: values that are not on the list are replaced.
fn parameters(list: &str, key: &Key) -> String {
    let pairs = list.split(',').map(|pair| match pair.split_once('=') {
        Some((name, value)) => {
            let bare = value.trim().trim_matches('"');
            let quote = if value.trim().starts_with('"') {
                "\""
            } else {
                ""
            };
            let kept = KEPT_PARAMETERS.contains(&name.trim().to_ascii_lowercase().as_str());
            let value = match name.trim().to_ascii_lowercase().as_str() {
                "uri" => address::redacted(bare, key),
                "credential" => scope(bare, key),
                _ if kept => text::scrubbed(bare, key),
                _ => key.cut(bare),
            };
            format!("{name}={quote}{value}{quote}")
        }
        None if pair.trim().is_empty() => pair.to_owned(),
        None => key.cut(pair.trim()),
    });
    pairs.collect::<Vec<_>>().join(",")
}

/// The scope of an AWS credential: its date, region and service stay, the key's id goes.
fn scope(credential: &str, key: &Key) -> String {
    match credential.split_once('/') {
        Some((id, scope)) => format!("{}/{}", key.cut(id), text::scrubbed(scope, key)),
        None => key.cut(credential),
    }
}

/// `Cookie`: names stay, values go.
pub(super) fn cookie(value: &str, key: &Key) -> String {
    let pairs = value
        .split(';')
        .map(str::trim)
        .filter(|pair| !pair.is_empty())
        .map(|pair| match pair.split_once('=') {
            Some((name, value)) => format!("{}={}", name.trim(), key.cut(value.trim())),
            None => key.cut(pair),
        });
    pairs.collect::<Vec<_>>().join("; ")
}

/// `Set-Cookie`: the name and the attributes stay, the value goes.
pub(super) fn set_cookie(line: &str, key: &Key) -> String {
    let (pair, attributes) = line
        .split_once(';')
        .map_or((line, None), |(pair, attributes)| (pair, Some(attributes)));
    let pair = match pair.split_once('=') {
        Some((name, value)) => format!("{name}={}", key.cut(value.trim_matches([' ', '\t']))),
        None if pair.trim().is_empty() => pair.to_owned(),
        None => key.cut(pair.trim_matches([' ', '\t'])),
    };
    match attributes {
        Some(attributes) => format!(
            "{pair};{}",
            attributes
                .split(';')
                .map(|attribute| one_attribute(attribute, key))
                .collect::<Vec<_>>()
                .join(";")
        ),
        None => pair,
    }
}

fn one_attribute(attribute: &str, key: &Key) -> String {
    let known = [
        "expires",
        "max-age",
        "domain",
        "path",
        "secure",
        "httponly",
        "samesite",
        "partitioned",
        "priority",
        "version",
        "comment",
    ];
    let (name, value) = attribute
        .split_once('=')
        .map_or((attribute, None), |(name, value)| (name, Some(value)));
    if !known.contains(&name.trim_matches([' ', '\t']).to_ascii_lowercase().as_str()) {
        return key.cut(attribute.trim());
    }
    match value {
        Some(value) if name.trim().eq_ignore_ascii_case("path") => {
            format!("{name}={}", address::redacted(value, key))
        }
        Some(value) if name.trim().eq_ignore_ascii_case("comment") => {
            format!("{name}={}", key.cut(value))
        }
        _ => attribute.to_owned(),
    }
}

/// A list of words, as in `Sec-WebSocket-Protocol`, where pages put tokens for want of another place.
pub(super) fn list(value: &str, key: &Key) -> String {
    value
        .split(',')
        .map(|word| {
            if word.trim().len() <= 16 {
                word.to_owned()
            } else {
                format!(" {}", key.cut(word.trim()))
            }
        })
        .collect::<Vec<_>>()
        .join(",")
}

/// Parameters of a challenge that are words of a standard.
const KEPT_OF_CHALLENGE: &[&str] = &[
    "scope",
    "charset",
    "algorithm",
    "qop",
    "stale",
    "acr_values",
    "max_age",
    "algs",
    "userhash",
    "domain",
    "trusted_issuers",
    "token_types",
];

const LINKS: &[&str] = &[
    "authorization_uri",
    "authorization_url",
    "as_uri",
    "error_uri",
    "resource_id",
    "resource_metadata",
    "service",
    "login_url",
    "issuer",
    "client_auth",
    "resource",
];

/// A challenge: schemes, names and words of standards stay, what is said is heard, the rest goes.
pub(super) fn challenge(value: &str, key: &Key) -> String {
    let (challenges, _) = challenge::parse([value]);
    let printed = challenges.iter().map(|one| {
        let mut parts: Vec<String> = one
            .params
            .iter()
            .map(|(name, value)| {
                format!(
                    "{}=\"{}\"",
                    text::scrubbed(name, key),
                    quoted(&parameter(name, value, key))
                )
            })
            .collect();
        parts.extend(one.token68.iter().map(|token| key.cut(token)));
        format!("{} {}", text::scrubbed(&one.scheme, key), parts.join(", "))
            .trim_end()
            .to_owned()
    });
    printed.collect::<Vec<_>>().join(", ")
}

fn parameter(name: &str, value: &str, key: &Key) -> String {
    let name = name.to_ascii_lowercase();
    if StandIn::parse(value).is_some() {
        return value.to_owned();
    }
    if LINKS.contains(&name.as_str()) || (name == "realm" && value.contains("://")) {
        return address::redacted(value, key);
    }
    if KEPT_OF_CHALLENGE.contains(&name.as_str())
        || (name == "error" && is_code(value))
        || (name == "realm" && is_name(value))
    {
        return text::scrubbed(value, key);
    }
    if matches!(
        name.as_str(),
        "error"
            | "error_description"
            | "message"
            | "error_message"
            | "reason"
            | "description"
            | "error_codes"
            | "error_code"
            | "realm"
            | "claims_error"
            | "detail"
    ) {
        return speech::hear(value).to_string();
    }
    key.cut(value)
}

/// A code as RFC 6750 and its like write them.
fn is_code(value: &str) -> bool {
    value.len() <= 48
        && value
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// A realm that is a name: short words, no address.
fn is_name(value: &str) -> bool {
    value.chars().count() <= 80
        && !value.split([' ', '/', '.', ':']).any(text::looks_secret)
        && !value.contains('@')
}

fn quoted(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"")
}
