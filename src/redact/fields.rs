//! Header fields: what is kept of each. A field that is not named here keeps its name and loses its value.

use super::{Key, address, credentials, text};
use crate::exchange::Field;
use crate::facts::{client, names};
use crate::providers;
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

const KEPT_OF_REQUEST: &[&str] = &[
    "host",
    "origin",
    "content-type",
    "content-length",
    "accept",
    "access-control-request-method",
    "access-control-request-headers",
    "access-control-request-private-network",
    "x-requested-with",
    "x-amz-date",
    "date",
    "x-amz-content-sha256",
    "upgrade",
    "sec-websocket-version",
    "transfer-encoding",
    "x-http-method-override",
    "via",
    "anthropic-version",
    "anthropic-dangerous-direct-browser-access",
    "x-ajax-navigation",
];

const KEPT_OF_RESPONSE: &[&str] = &[
    "date",
    "age",
    "server",
    "via",
    "content-type",
    "content-length",
    "content-encoding",
    "cache-control",
    "expires",
    "vary",
    "allow",
    "retry-after",
    "x-powered-by",
    "connection",
    "proxy-connection",
    "upgrade",
    "clear-site-data",
    "x-cache",
    "x-aspnet-version",
    "x-aspnetmvc-version",
    "x-runtime",
    "x-generator",
    "strict-transport-security",
    "transfer-encoding",
    "cf-cache-status",
    "cf-mitigated",
    "proxy-status",
    "x-amzn-errortype",
    "x-amzn-remapped-www-authenticate",
    "x-amzn-waf-action",
    "x-frame-options",
    "x-content-type-options",
    "timing-allow-origin",
    "x-github-media-type",
    "x-gitlab-meta",
    "x-oauth-scopes",
    "x-accepted-oauth-scopes",
    "x-github-otp",
    "x-seraph-loginreason",
    "x-authentication-denied-reason",
    "microsoft.sharepointteamservices",
    "x-ms-middleware-request-id",
    "x-error-code",
    "x-error",
    "x-auth-error",
    "x-vercel-error",
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
    "docker-distribution-api-version",
    "x-elastic-product",
    "kbn-name",
    "x-kong-response-latency",
    "x-envoy-upstream-service-time",
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

/// What is kept of a field of a request.
pub(super) fn of_request(field: &Field, key: &Key) -> Option<Field> {
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
        "referer" => address::redacted(&field.value, key),
        "sec-websocket-protocol" => credentials::subprotocols(&field.value, key),
        _ if name.starts_with("sec-fetch-") || KEPT_OF_REQUEST.contains(&name.as_str()) => {
            text::scrubbed(&field.value, key)
        }
        _ if names::is_key_field(&name) => credentials::authorization(&field.value, key),
        _ => key.cut(&field.value),
    };
    Some(Field {
        name: text::scrubbed(&field.name, key),
        value,
    })
}

/// What is kept of a field of a response.
pub(super) fn of_response(field: &Field, key: &Key) -> Field {
    let name = field.name.to_ascii_lowercase();
    let value = match name.as_str() {
        // Firefox joins the lines of a response by line feeds.
        "set-cookie" => field
            .value
            .split('\n')
            .map(|line| credentials::set_cookie(line, key))
            .collect::<Vec<_>>()
            .join("\n"),
        "www-authenticate" | "proxy-authenticate" | "x-amzn-remapped-www-authenticate" => {
            credentials::challenge(&field.value, key)
        }
        "location" | "content-location" | "refresh" => address::redacted(&field.value, key),
        _ if names::is_location_field(&name) => address::redacted(&field.value, key),
        _ if SPOKEN.contains(&name.as_str()) || speaks(&name) => spoken(&field.value),
        _ if name.starts_with("access-control-") || KEPT_OF_RESPONSE.contains(&name.as_str()) => {
            text::scrubbed(&field.value, key)
        }
        _ => by_marks(&name, &field.value),
    };
    Field {
        name: text::scrubbed(&field.name, key),
        value,
    }
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

/// Only the marks of providers that the value bears, and small numbers, which count or switch something.
fn by_marks(name: &str, value: &str) -> String {
    if value.len() <= 6 && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.to_owned();
    }
    providers::marks_in(name, value)
}
