//! Header fields: what is kept of each. A field that is not named here keeps its name and loses its value.

use super::hosts::Hosts;
use super::{Key, address, blank, credentials, recovered, value};
use crate::exchange::Field;
use crate::facts::{client, names};
use crate::knowledge;
use crate::speech;

/// Fields of a request that say nothing about a 401.
const DROPPED: &[&str] = &[
    "accept-language",
    "accept-encoding",
    "priority",
    "dnt",
    "sec-gpc",
    "te",
    "pragma",
    "cache-control",
    "connection",
    "upgrade-insecure-requests",
    "if-none-match",
    "if-modified-since",
    "purpose",
    "sec-purpose",
    "keep-alive",
    "viewport-width",
    "device-memory",
    "downlink",
    "ect",
    "rtt",
    "save-data",
    "x-client-data",
];

/// Fields of a request whose values are words of a standard.
const KEPT_OF_REQUEST: &[&str] = &[
    "content-type",
    "accept",
    "access-control-request-method",
    "access-control-request-private-network",
    "x-requested-with",
    "x-amz-content-sha256",
    "upgrade",
    "transfer-encoding",
    "x-http-method-override",
    "via",
    "anthropic-version",
    "anthropic-dangerous-direct-browser-access",
    "x-ajax-navigation",
];

/// Fields of either message whose values count, last or name a version.
const NUMBERS: &[&str] = &[
    "content-length",
    "age",
    "cache-control",
    "strict-transport-security",
    "access-control-max-age",
    "sec-websocket-version",
    "x-aspnet-version",
    "x-aspnetmvc-version",
    "x-runtime",
    "microsoft.sharepointteamservices",
    "grpc-status",
    "x-jenkins",
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "ratelimit",
    "ratelimit-limit",
    "ratelimit-remaining",
    "ratelimit-reset",
    "x-rate-limit-remaining",
    "x-rate-limit-limit",
    "x-kong-response-latency",
    "x-envoy-upstream-service-time",
];

/// Fields of either message that name a moment, or say how long.
const MOMENTS: &[&str] = &["date", "expires", "retry-after", "x-amz-date"];

/// Fields of either message that list the names of other fields.
const NAMES: &[&str] = &[
    "vary",
    "access-control-request-headers",
    "access-control-allow-headers",
    "access-control-expose-headers",
];

/// Fields of either message that hold scopes.
const SCOPES: &[&str] = &["x-oauth-scopes", "x-accepted-oauth-scopes"];

/// Fields of a response whose values are words of standards and products.
const KEPT_OF_RESPONSE: &[&str] = &[
    "server",
    "via",
    "content-type",
    "content-encoding",
    "allow",
    "x-powered-by",
    "connection",
    "proxy-connection",
    "upgrade",
    "clear-site-data",
    "x-cache",
    "x-generator",
    "transfer-encoding",
    "cf-cache-status",
    "cf-mitigated",
    "proxy-status",
    "x-amzn-waf-action",
    "x-frame-options",
    "x-content-type-options",
    "x-github-media-type",
    "x-gitlab-meta",
    "x-github-otp",
    "x-ms-middleware-request-id",
    "docker-distribution-api-version",
    "x-elastic-product",
    "kbn-name",
    "www-authenticate-realm",
];

/// Free text of a server: only what is said in it is kept.
const SPOKEN: &[&str] = &[
    "x-error-code",
    "x-error",
    "x-auth-error",
    "x-authentication-denied-reason",
    "x-amzn-errortype",
    "x-error-message",
    "x-cld-error",
    "error",
    "x-reason",
    "grpc-message",
    "warning",
    "x-ms-diagnostics",
    "x-aws-error",
    "x-message",
    "x-errormessage",
    "x-error-detail",
    "x-oauth-error",
    "x-auth-failure-reason",
    "x-denied-reason",
    "x-fb-debug-reason",
    "x-vercel-error",
    "x-seraph-loginreason",
    "x-authentication-error",
    "www-authenticate-error",
    "error-code",
    "error-message",
    "errorcode",
];

/// What is kept of a field of a request; `hosts` are those that are known anyhow.
pub(super) fn of_request(field: &Field, hosts: &Hosts, key: &Key) -> Option<Field> {
    let name = field.name.to_ascii_lowercase();
    if DROPPED.contains(&name.as_str()) || name.starts_with("sec-ch-") {
        return None;
    }
    let value = match name.as_str() {
        "authorization" | "proxy-authorization" => credentials::authorization(&field.value, key),
        "cookie" => credentials::cookie(&field.value, key),
        // The system's name is all that is needed of it: where to set its clock.
        "user-agent" => client::platform_in(&field.value)
            .unwrap_or_default()
            .to_owned(),
        "host" => host(&field.value, hosts),
        "referer" | "origin" => address::redacted(&field.value, key),
        "sec-websocket-protocol" => credentials::subprotocols(&field.value, key),
        _ if name.starts_with("sec-fetch-") || KEPT_OF_REQUEST.contains(&name.as_str()) => {
            value::listed(&field.value, key)
        }
        _ if names::is_key_field(&name) => credentials::authorization(&field.value, key),
        _ => of_either(&name, &field.value, key).unwrap_or_else(|| key.cut(&field.value)),
    };
    Some(Field {
        name: blank::name(&field.name, key),
        value,
    })
}

/// What is kept of a field of a response; `hosts` are those that are known anyhow.
pub(super) fn of_response(field: &Field, hosts: &Hosts, key: &Key) -> Field {
    let name = field.name.to_ascii_lowercase();
    let value = match name.as_str() {
        // Firefox joins the lines of a response by line feeds.
        "set-cookie" => field
            .value
            .split('\n')
            .map(|line| credentials::set_cookie(line, hosts, key))
            .collect::<Vec<_>>()
            .join("\n"),
        "www-authenticate" | "proxy-authenticate" => {
            credentials::challenge(&field.value, hosts, key)
        }
        _ if knowledge::is_challenge_header(&name) => {
            credentials::challenge(&field.value, hosts, key)
        }
        "etag" => recovered::tag(&field.value).unwrap_or_else(|| by_marks(&name, &field.value)),
        "refresh" => refresh(&field.value, key),
        "location" | "content-location" | "access-control-allow-origin" => {
            address::redacted(&field.value, key)
        }
        "timing-allow-origin" => address::list(&field.value, key),
        _ if names::is_step_up_field(&name) => value::listed(&field.value, key),
        _ if names::is_location_field(&name) => address::redacted(&field.value, key),
        _ if SPOKEN.contains(&name.as_str()) || speaks(&name) => spoken(&field.value),
        _ => of_either(&name, &field.value, key)
            .unwrap_or_else(|| of_words(&name, &field.value, key)),
    };
    Field {
        name: blank::name(&field.name, key),
        value,
    }
}

/// What is kept of a field that either message may have; `None` where it is none of these.
fn of_either(name: &str, value: &str, key: &Key) -> Option<String> {
    if NUMBERS.contains(&name) {
        Some(value::numbers(value, key))
    } else if MOMENTS.contains(&name) {
        Some(value::moment(value, key))
    } else if NAMES.contains(&name) {
        Some(value::names(value, ',', key))
    } else if SCOPES.contains(&name) {
        Some(value::scopes(value, key))
    } else {
        None
    }
}

fn of_words(name: &str, value: &str, key: &Key) -> String {
    if name.starts_with("access-control-") || KEPT_OF_RESPONSE.contains(&name) {
        value::listed(value, key)
    } else {
        by_marks(name, value)
    }
}

/// `Host`, with the port.
fn host(value: &str, hosts: &Hosts) -> String {
    let (name, port) = match value.rsplit_once(':') {
        Some((name, port)) if value::is_number(port, 5) => (name, Some(port)),
        _ => (value, None),
    };
    let kept = hosts.domain(name);
    port.map_or(kept.clone(), |port| format!("{kept}:{port}"))
}

/// `5; url=/sign-in`: the address after its seconds.
fn refresh(value: &str, key: &Key) -> String {
    let (seconds, rest) = value.split_once([';', ',']).unwrap_or((value, ""));
    let (name, address) = rest.split_once('=').unwrap_or(("", rest));
    let plain = value::is_number(seconds.trim(), 3);
    if plain && (name.trim().eq_ignore_ascii_case("url") || rest.trim().is_empty()) {
        let address = address::redacted(address.trim().trim_matches(['"', '\'']), key);
        return if rest.is_empty() {
            seconds.to_owned()
        } else {
            format!("{}; url={address}", seconds.trim())
        };
    }
    address::redacted(value, key)
}

/// Whether a field of this name tells what went wrong.
fn speaks(name: &str) -> bool {
    name.split(['-', '_']).any(|part| {
        matches!(
            part,
            "error"
                | "errors"
                | "errorcode"
                | "errormessage"
                | "reason"
                | "message"
                | "denied"
                | "failure"
                | "problem"
                | "detail"
                | "details"
                | "diagnostic"
                | "diagnostics"
        )
    })
}

fn spoken(value: &str) -> String {
    speech::hear(value).to_string()
}

/// Names of numbers that count or switch something.
const COUNTS: &[&str] = &[
    "limit",
    "remaining",
    "reset",
    "latency",
    "duration",
    "count",
    "status",
    "retry",
    "cost",
];

/// Only the marks of providers that the value bears, and small numbers where the name says that they count.
fn by_marks(name: &str, value: &str) -> String {
    let counts = name.split(['-', '_']).any(|part| COUNTS.contains(&part));
    if value::is_number(value, if counts { 6 } else { 1 }) {
        return value.to_owned();
    }
    knowledge::marks_in(name, value)
}
