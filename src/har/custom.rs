//! The custom fields of a case: what a browser knows beside the requests.

use serde::{Deserialize, Serialize};

use super::lenient::lenient;
use super::value::Time;

/// The custom field `_page`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LogPage {
    /// URL of the top-level document.
    #[serde(deserialize_with = "lenient")]
    pub url: String,
    /// URLs of the frames from the outermost inwards.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<String>,
}

/// A cookie of the custom field `_jar`, as the `cookies` API gives it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LogCookie {
    /// Its name.
    #[serde(deserialize_with = "lenient")]
    pub name: String,
    /// Its value.
    #[serde(deserialize_with = "lenient")]
    pub value: String,
    /// Its domain.
    #[serde(deserialize_with = "lenient")]
    pub domain: String,
    /// Whether it is host-only; absent: told by the domain's leading dot.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub host_only: Option<bool>,
    /// Its path; absent: `/`.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The `Secure` attribute.
    #[serde(deserialize_with = "lenient")]
    pub secure: bool,
    /// The `HttpOnly` attribute.
    #[serde(deserialize_with = "lenient")]
    pub http_only: bool,
    /// Whether it is a session cookie; absent: told by `expirationDate`.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub session: Option<bool>,
    /// `no_restriction`, `lax`, `strict` or `unspecified`.
    #[serde(deserialize_with = "lenient")]
    pub same_site: String,
    /// Seconds since 1970.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub expiration_date: Option<f64>,
    /// The partition's key.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub partition_key: Option<LogPartition>,
}

/// The key of a partitioned cookie.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LogPartition {
    /// The top-level site.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub top_level_site: Option<String>,
    /// Whether a cross-site frame stands between.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub has_cross_site_ancestor: Option<bool>,
}

/// One of `_losses`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LogLoss {
    /// The cookie's name.
    #[serde(deserialize_with = "lenient")]
    pub name: String,
    /// Its domain.
    #[serde(deserialize_with = "lenient")]
    pub domain: String,
    /// Its path.
    #[serde(deserialize_with = "lenient")]
    pub path: String,
    /// The browser's word for why.
    #[serde(deserialize_with = "lenient")]
    pub cause: String,
    /// When.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
}

/// The custom field `_settings`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LogSettings {
    /// `allowed`, `blocked` or `partitioned`.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub third_party_cookies: Option<String>,
    /// Whether it is a private window.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub private: Option<bool>,
}
