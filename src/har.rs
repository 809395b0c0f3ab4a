//! The case format: HAR 1.2 with the few custom fields of ours, in and out.
//!
//! Reading never fails on a wrong or missing field: what cannot be understood is left unknown.
//! One format serves capture, export, bug reports and tests.

use serde::{Deserialize, Deserializer, Serialize};

use crate::exchange::Exchange;
use lenient::{lenient, lenient_list};

#[cfg(feature = "cli")]
mod cut;
pub(crate) mod lenient;
mod read;
#[cfg(feature = "cli")]
mod sanitized;
#[cfg(feature = "cli")]
pub mod stream;
mod vocabulary;
#[cfg(feature = "cli")]
mod window;
mod write;

/// A HAR file: one object with a `log`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Har {
    /// The log itself.
    #[serde(deserialize_with = "lenient")]
    pub log: Log,
}

/// HAR's `log`, with the custom fields of a case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Log {
    /// HAR's version.
    #[serde(deserialize_with = "lenient")]
    pub version: String,
    /// What wrote the file; HAR demands it, nothing here depends on it.
    #[serde(deserialize_with = "lenient")]
    pub creator: Product,
    /// The browser.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub browser: Option<Product>,
    /// Requests and responses in order.
    #[serde(deserialize_with = "lenient_list")]
    pub entries: Vec<LogEntry>,
    /// The top-level document and the frames between.
    #[serde(
        rename = "_page",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub page: Option<LogPage>,
    /// The cookie jar.
    #[serde(
        rename = "_jar",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub jar: Option<Vec<LogCookie>>,
    /// The device's clock at the time of the diagnosis.
    #[serde(
        rename = "_now",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub now: Option<Time>,
    /// Cookies that went.
    #[serde(
        rename = "_losses",
        deserialize_with = "lenient_list",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub losses: Vec<LogLoss>,
    /// What the browser is known to do.
    #[serde(
        rename = "_settings",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub settings: Option<LogSettings>,
    /// The index of the entry to explain; absent: the last failing one.
    #[serde(
        rename = "_failing",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub failing: Option<usize>,
    /// Whether the time in which a retry or refresh might have mended it is over.
    #[serde(
        rename = "_settled",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub settled: Option<bool>,
    /// Whether the file's exporter left out cookies and credentials.
    #[serde(
        rename = "_sanitized",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub sanitized: Option<bool>,
}

/// HAR's `creator` and `browser`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Product {
    /// Its name.
    #[serde(deserialize_with = "lenient")]
    pub name: String,
    /// Its version.
    #[serde(deserialize_with = "lenient")]
    pub version: Text,
}

/// A moment: ISO 8601 text or milliseconds since 1970.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Time {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    Milliseconds(f64),
    /// ISO 8601 with an offset.
    Iso(String),
}

/// Text, also where a file holds a number in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub String);

impl Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(text) => text,
            serde_json::Value::Number(number) => number.to_string(),
            _ => String::new(),
        }))
    }
}

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

/// One of HAR's `entries`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LogEntry {
    /// ISO 8601 with an offset.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub started_date_time: Option<Time>,
    /// Milliseconds in all.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub time: Option<f64>,
    /// The request.
    #[serde(deserialize_with = "lenient")]
    pub request: LogRequest,
    /// The response.
    #[serde(deserialize_with = "lenient")]
    pub response: LogResponse,
    /// The kind of thing that asked.
    #[serde(
        rename = "_resourceType",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub resource_type: Option<String>,
    /// What sent it: text, or Chrome's own object.
    #[serde(
        rename = "_initiator",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub initiator: Option<LogInitiator>,
    /// The frame's number; 0 for the top frame.
    #[serde(
        rename = "_frame",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub frame: Option<i64>,
    /// The browser's network error.
    #[serde(
        rename = "_error",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub error: Option<String>,
}

/// `_initiator`: an origin or URL, or the object of Chrome's own export.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum LogInitiator {
    /// An origin or URL.
    Url(String),
    /// Chrome's form: `type`, `url`, `stack`.
    Chrome(ChromeInitiator),
}

/// Chrome's form of `_initiator`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ChromeInitiator {
    /// The document or script.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The call stack.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub stack: Option<ChromeStack>,
}

/// A call stack in Chrome's form; `parent` holds the part before an asynchronous step.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ChromeStack {
    /// Frames, innermost first.
    #[serde(deserialize_with = "lenient_list")]
    pub call_frames: Vec<ChromeFrame>,
    /// The stack before the asynchronous step.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<ChromeStack>>,
}

/// A frame of Chrome's call stack; lines and columns are counted from 0.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ChromeFrame {
    /// The function's name.
    #[serde(deserialize_with = "lenient")]
    pub function_name: String,
    /// The script's URL.
    #[serde(deserialize_with = "lenient")]
    pub url: String,
    /// The line, from 0.
    #[serde(deserialize_with = "lenient")]
    pub line_number: u32,
    /// The column, from 0.
    #[serde(deserialize_with = "lenient")]
    pub column_number: u32,
}

/// HAR's `request`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LogRequest {
    /// The method.
    #[serde(deserialize_with = "lenient")]
    pub method: String,
    /// The URL.
    #[serde(deserialize_with = "lenient")]
    pub url: String,
    /// The protocol's version.
    #[serde(deserialize_with = "lenient")]
    pub http_version: String,
    /// The header fields.
    #[serde(deserialize_with = "lenient_list")]
    pub headers: Vec<LogField>,
    /// Parsed cookies: a second source where a file left the `Cookie` field out.
    #[serde(deserialize_with = "lenient_list")]
    pub cookies: Vec<LogField>,
    /// The body.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub post_data: Option<LogBody>,
}

/// HAR's `response`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LogResponse {
    /// The status; 0 if there was no response.
    #[serde(deserialize_with = "lenient")]
    pub status: i64,
    /// The reason phrase.
    #[serde(deserialize_with = "lenient")]
    pub status_text: String,
    /// The header fields.
    #[serde(deserialize_with = "lenient_list")]
    pub headers: Vec<LogField>,
    /// The body.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub content: Option<LogBody>,
}

/// A header field, or a parsed cookie.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LogField {
    /// Its name.
    #[serde(deserialize_with = "lenient")]
    pub name: String,
    /// Its value.
    #[serde(deserialize_with = "lenient")]
    pub value: String,
}

/// HAR's `postData` and `content`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LogBody {
    /// The media type.
    #[serde(deserialize_with = "lenient")]
    pub mime_type: String,
    /// The text; absent where the browser could not read it.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// `base64` where the text is so encoded.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// A form's fields, where the file holds them apart.
    #[serde(
        deserialize_with = "lenient_list",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub params: Vec<LogField>,
}

impl Log {
    /// What the log says, as the core reads it.
    pub fn exchange(&self) -> Exchange {
        read::exchange(self)
    }

    /// The log of an exchange.
    pub fn of(exchange: &Exchange) -> Self {
        write::log(exchange)
    }
}
