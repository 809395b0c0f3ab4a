//! One of HAR's entries: the request, its response, and what sent it.

use serde::{Deserialize, Serialize};

use super::lenient::{lenient, lenient_list, lenient_seen};
use super::value::Time;

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
    /// How many challenges of this one request the browser was given; from 2 on something was offered and refused.
    /// Chromium shows neither the legs between nor what the browser offered, so the number stands for them.
    #[serde(
        rename = "_challenged",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub challenged: Option<u32>,
    /// What was too much of it and was cut: `address`, `value`, `challenges`, `set-cookies`, `fields`.
    #[serde(
        rename = "_cut",
        deserialize_with = "lenient_list",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub cut: Vec<String>,
}

#[cfg(feature = "cli")]
impl LogEntry {
    /// The names of its members.
    pub(super) const MEMBERS: &[&str] = &[
        "startedDateTime",
        "time",
        "request",
        "response",
        "_resourceType",
        "_initiator",
        "_frame",
        "_error",
        "_challenged",
        "_cut",
    ];
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
    /// The header fields; absent where they were not seen.
    #[serde(
        deserialize_with = "lenient_seen",
        skip_serializing_if = "Option::is_none"
    )]
    pub headers: Option<Vec<LogField>>,
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
    /// The header fields; absent where they were not seen.
    #[serde(
        deserialize_with = "lenient_seen",
        skip_serializing_if = "Option::is_none"
    )]
    pub headers: Option<Vec<LogField>>,
    /// The body.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub content: Option<LogBody>,
}

impl LogRequest {
    /// The header fields that were seen.
    pub fn fields(&self) -> &[LogField] {
        self.headers.as_deref().unwrap_or_default()
    }
}

impl LogResponse {
    /// The header fields that were seen.
    pub fn fields(&self) -> &[LogField] {
        self.headers.as_deref().unwrap_or_default()
    }
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
