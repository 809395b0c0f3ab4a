//! Fields that carry credentials: the syntax stays, the secret goes.

use super::hosts::Hosts;
use super::judge::{self, Bar};
use super::{Key, address, blank, value};
use crate::http::challenge::Defect;
use crate::http::url::Url;
use crate::http::{authorization, challenge};
use crate::knowledge;
use crate::speech;
use crate::token::standin::StandIn;
use crate::token::tenant::tenant;

/// `Authorization` and its like: schemes, separators and the names of parameters stay as they stood.
pub(super) fn authorization(value: &str, key: &Key) -> String {
    authorization::redact(value, |secret| key.tag(secret))
}

/// `Cookie`: names stay, values go.
pub(super) fn cookie(value: &str, key: &Key) -> String {
    let pairs = value
        .split(';')
        .map(str::trim)
        .filter(|pair| !pair.is_empty())
        .map(|pair| match crate::cookie::value::pair(pair) {
            (Some(name), value) => format!("{}={}", blank::name(name, key), key.cut(value)),
            (None, value) => key.cut(value),
        });
    pairs.collect::<Vec<_>>().join("; ")
}

/// `Set-Cookie`: the name and the attributes stay, the value goes.
pub(super) fn set_cookie(line: &str, hosts: &Hosts, key: &Key) -> String {
    let (pair, attributes) = line
        .split_once(';')
        .map_or((line, None), |(pair, attributes)| (pair, Some(attributes)));
    let pair = match crate::cookie::value::pair(pair) {
        // Without a name an equals sign in the value decides whether the cookie is kept.
        (Some(""), value) if crate::cookie::value::is_parted(value) => format!("={value}"),
        (Some(""), value) if value.contains('=') && StandIn::parse(value).is_none() => {
            format!("={}=", key.cut(value))
        }
        (Some(name), value) => format!("{}={}", blank::name(name, key), key.cut(value)),
        (None, "") => pair.to_owned(),
        (None, value) => key.cut(value),
    };
    match attributes {
        Some(attributes) => format!(
            "{pair};{}",
            attributes
                .split(';')
                .map(|attribute| one_attribute(attribute, hosts, key))
                .collect::<Vec<_>>()
                .join(";")
        ),
        None => pair,
    }
}

fn one_attribute(attribute: &str, hosts: &Hosts, key: &Key) -> String {
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
    let Some(value) = value else {
        return attribute.to_owned();
    };
    let kept = match name.trim().to_ascii_lowercase().as_str() {
        "path" => address::redacted(value, key),
        "domain" => hosts.domain(value),
        "expires" => value::expires(value, key),
        "max-age" if is_number(value.trim()) => value.to_owned(),
        "samesite" | "priority" => value::listed(value, key),
        _ if StandIn::parse(value).is_some() => value.to_owned(),
        _ => key.cut(value),
    };
    format!("{name}={kept}")
}

/// A number, however long: ages are written so that they never end.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Subprotocols of WebSocket in use, by the IANA registry and well-known software, in lower case.
const SUBPROTOCOLS: &[&str] = &[
    "graphql-ws",
    "graphql-transport-ws",
    "soap",
    "wamp",
    "wamp.2.json",
    "wamp.2.msgpack",
    "stomp",
    "v10.stomp",
    "v11.stomp",
    "v12.stomp",
    "mqtt",
    "mqttv3.1",
    "xmpp",
    "sip",
    "ocpp1.6",
    "ocpp2.0.1",
    "actioncable-v1-json",
    "actioncable-unsupported",
    "json.webpubsub.azure.v1",
    "v4.channel.k8s.io",
    "v5.channel.k8s.io",
    "aws-appsync-event-ws",
    "vite-hmr",
    "realtime",
    "bearer",
    "token",
    "access_token",
    "authorization",
];

/// `Sec-WebSocket-Protocol`, where pages put tokens for want of another place: known names stay.
pub(super) fn subprotocols(value: &str, key: &Key) -> String {
    let kept = value.split(',').map(str::trim).map(|name| {
        if SUBPROTOCOLS.contains(&name.to_ascii_lowercase().as_str()) {
            name.to_owned()
        } else {
            key.cut(name)
        }
    });
    kept.collect::<Vec<_>>().join(", ")
}

/// Parameters of a challenge that are words of a standard.
const KEPT_OF_CHALLENGE: &[&str] = &[
    "charset",
    "algorithm",
    "qop",
    "stale",
    "acr_values",
    "algs",
    "userhash",
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
pub(super) fn challenge(value: &str, hosts: &Hosts, key: &Key) -> String {
    let (mut challenges, defects) = challenge::parse([value]);
    // Text that stands in no parameter is speech too, and printing the challenge anew would lose it.
    let heard = speech::hear(value);
    let stray = defects.contains(&Defect::StrayText) && !heard.said.is_empty();
    if let Some(last) = challenges.last_mut().filter(|_| stray) {
        last.params
            .push(("error_description".to_owned(), heard.to_string()));
    }
    let printed = challenges.iter().map(|one| {
        let mut parts: Vec<String> = one
            .params
            .iter()
            .map(|(name, value)| {
                format!(
                    "{}=\"{}\"",
                    blank::name(name, key),
                    quoted(&parameter(name, value, hosts, key))
                )
            })
            .collect();
        parts.extend(one.token68.iter().map(|token| key.cut(token)));
        format!("{} {}", blank::name(&one.scheme, key), parts.join(", "))
            .trim_end()
            .to_owned()
    });
    printed.collect::<Vec<_>>().join(", ")
}

fn parameter(name: &str, value: &str, hosts: &Hosts, key: &Key) -> String {
    let name = name.to_ascii_lowercase();
    if StandIn::parse(value).is_some() {
        return value.to_owned();
    }
    // The tenant that a challenge asks for is no secret, and tells whether the token came from another.
    if let Some(tenant) = tenant(value)
        && LINKS.contains(&name.as_str())
    {
        let host = Url::parse(value).map(|url| url.host).unwrap_or_default();
        return format!("https://{host}/{tenant}");
    }
    if LINKS.contains(&name.as_str()) || (name == "realm" && value.contains("://")) {
        return address::redacted(value, key);
    }
    // RFC 7616, 3.3: addresses, parted by spaces.
    if matches!(name.as_str(), "domain" | "trusted_issuers") {
        return address::list(value, key);
    }
    match name.as_str() {
        "scope" => return value::scopes(value, key),
        "max_age" => return value::numbers(value, key),
        "realm" => {
            if let Some(kept) = realm(value, hosts, key) {
                return kept;
            }
        }
        "error" if judge::is_listed(value) && is_code(value) => return value.to_owned(),
        _ if KEPT_OF_CHALLENGE.contains(&name.as_str()) => return value::listed(value, key),
        _ => {}
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

/// A realm that is a name: it reads like words, or begins as that of a product does.
fn realm(value: &str, hosts: &Hosts, key: &Key) -> Option<String> {
    let short = value.chars().count() <= 80;
    if short && (hosts.knows(value) || judge::reads_like_words(value, Bar::Readable)) {
        return Some(value.to_owned());
    }
    let begin = knowledge::realm_in(value)?;
    let rest = value.get(begin.len()..).unwrap_or_default();
    if !rest.is_empty() && !rest.starts_with([' ', '/']) {
        return None;
    }
    Some(format!("{begin}{}", value::listed(rest, key)))
}

fn quoted(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"")
}
