//! What the names of header fields and query parameters tell.

use super::cookies::CSRF_PARTS;
use crate::knowledge;

const KEY_FIELDS: &[&str] = &[
    "x-api-key",
    "api-key",
    "apikey",
    "x-apikey",
    "x-api-token",
    "api-token",
    "x-auth-token",
    "x-access-token",
    "access-token",
    "x-token",
    "token",
    "auth-token",
    "authtoken",
    "x-auth-key",
    "x-auth",
    "authentication",
    "x-authorization",
    "x-functions-key",
    "x-rapidapi-key",
    "x-vault-token",
    "x-consumer-key",
    "x-app-key",
    "app-key",
    "app_key",
    "app_id",
    "client-id",
    "x-client-id",
    "x-session-token",
    "x-sessionid",
    "session-token",
    "sessiontoken",
    "x-session-id",
    "x-jwt",
    "jwt",
    "x-user-token",
    "x-auth-email",
    "x-amz-security-token",
    "x-ms-token-aad-access-token",
    "x-xsrf-token",
    "x-csrf-token",
    "satoken",
    "x-master-key",
    "x-secret",
    "secret",
    "x-key",
    "circle-token",
    "x-figma-token",
    "x-figma-token",
    "x-plex-token",
    "x-emby-token",
    "x-github-token",
    "x-gitlab-token",
    "x-cmc_pro_api_key",
    "x-algolia-api-key",
    "x-algolia-application-id",
    "user-key",
    "usertoken",
    "user-token",
    "x-user-key",
    "ably-key",
    "authorization-token",
    "x-id-token",
    "x-access",
    "x-apitoken",
    "api_key",
    "access_token",
    "accesstoken",
];
const KEY_PARAMETERS: &[&str] = &[
    "api_key",
    "apikey",
    "api-key",
    "key",
    "token",
    "access_token",
    "accesstoken",
    "auth",
    "auth_token",
    "authtoken",
    "appid",
    "app_id",
    "app_key",
    "appkey",
    "apitoken",
    "api_token",
    "subscription-key",
    "client_id",
    "private_token",
    "x-api-key",
    "sig",
    "signature",
    "jwt",
    "session",
    "session_id",
    "sessionid",
    "sid",
    "x-amz-signature",
    "code",
    "id_token",
    "secret",
    "user_key",
    "consumer_key",
    "ticket",
    "hapikey",
    "access_key",
    "oauth_signature",
    "oauth_consumer_key",
    "oauth_token",
    "consumer_secret",
    "x-amz-credential",
    "x-goog-signature",
    "hmac",
];

/// Whether a field of exactly this name is known to carry a credential.
pub(crate) fn is_listed_key_field(name: &str) -> bool {
    KEY_FIELDS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

/// Whether a request header field of this name carries a credential.
pub fn is_key_field(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    !is_csrf_field(&lower)
        && (KEY_FIELDS.contains(&lower.as_str())
            || knowledge::is_key_header(&lower)
            || knowledge::is_identifier_header(&lower)
            || lower.ends_with("-api-key")
            || lower.ends_with("-apikey")
            || lower.ends_with("-access-token")
            || lower.ends_with("-auth-token")
            || lower.ends_with("token")
            || lower.ends_with("key") && !ASIDES.iter().any(|part| lower.contains(part))
            || is_secret_by_parts(&lower))
}

/// What a field's name calls a secret, in one of its parts.
const SECRETS: &[&str] = &[
    "key",
    "apikey",
    "token",
    "secret",
    "auth",
    "license",
    "licence",
    "credential",
    "credentials",
    "jwt",
    "passphrase",
    "password",
    "passkey",
    "bearer",
];

/// What makes another thing of it: a key to a cache or a socket, or what is told about a credential.
const ASIDES: &[&str] = &[
    "idempotency",
    "cache",
    "surrogate",
    "websocket",
    "sec",
    "correlation",
    "partition",
    "routing",
    "encryption",
    "device",
    "push",
    "type",
    "provider",
    "method",
    "email",
    "mode",
    "scheme",
    "version",
    "request",
    "server",
    "side",
    "proxy",
    "trace",
    "public",
    "user",
    "level",
    "time",
    "expires",
    "expiry",
    "state",
    "date",
];

/// Whether a field such as `X-License-Key` or `auth` is named after a secret.
fn is_secret_by_parts(lower: &str) -> bool {
    let parts = || lower.split(['-', '_']);
    parts().any(|part| SECRETS.contains(&part)) && !parts().any(|part| ASIDES.contains(&part))
}

/// Whether this is plainly the name of a request header field for a key, and no scheme of `Authorization`: two words at
/// least, as in `X-API-Key`.
pub fn is_field_of_key(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let ends = ["-key", "-token", "-secret"];
    let told = lower.starts_with("x-") || ends.iter().any(|end| lower.ends_with(end));
    told && is_key_field(name)
}

/// Whether a response field of this name says where to go on, as layers in front of applications write it into a 401.
pub fn is_location_field(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    lower == "location"
        || lower != "content-location"
            && [
                "-location",
                "-redirect",
                "-redirect-url",
                "-login-url",
                "-signin-url",
            ]
            .iter()
            .any(|end| lower.ends_with(end))
}

/// Whether a field or parameter of this name only says which application asks, which lets nobody in by itself.
pub fn is_identifier(name: &str) -> bool {
    let plain = matches!(
        name.to_ascii_lowercase().as_str(),
        "client-id" | "x-client-id" | "x-algolia-application-id" | "x-auth-email"
    );
    plain || knowledge::is_identifier_header(name)
}

/// Whether a request header field of this name guards against forged requests.
pub fn is_csrf_field(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    CSRF_PARTS.iter().any(|part| lower.contains(part)) || knowledge::is_csrf_header(&lower)
}

/// Whether a field or parameter is called an API key's, as `X-Api-Key`, `api_key` and `apikey` are.
pub fn is_api_key_name(name: &str) -> bool {
    let plain = name.to_ascii_lowercase().replace(['-', '_'], "");
    plain.ends_with("apikey")
}

/// Whether a field is called after a second factor, as `OTP-Token` and `X-GitHub-OTP` are.
pub fn is_step_up_field(name: &str) -> bool {
    const PARTS: &[&str] = &["otp", "totp", "mfa", "2fa", "tfa"];
    let mut parts = name.split(['-', '_']);
    parts.any(|part| PARTS.iter().any(|known| part.eq_ignore_ascii_case(known)))
}
/// Whether a query parameter of this name carries a credential.
pub fn is_key_parameter(name: &str) -> bool {
    KEY_PARAMETERS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}
