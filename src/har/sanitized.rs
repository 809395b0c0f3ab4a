//! Whether a file was sanitised: whether its exporter left out what could authenticate.
//!
//! Chrome's export does so unless asked otherwise, and says it nowhere. Such a file is known by what it lacks: no
//! credential in any request and no cookie set by any response, in a log of Chrome's own making.

use serde_json::Value;

use super::{Log, LogEntry};

/// What was seen of it on the way through the entries.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Traces {
    /// Whether a field was there that a sanitised file would not hold.
    credentials: bool,
    /// Whether an entry has members that only Chrome's export writes.
    chrome: bool,
}

/// Fields that Chrome's export leaves out of a sanitised file.
const LEFT_OUT: &[&str] = &[
    "authorization",
    "proxy-authorization",
    "cookie",
    "set-cookie",
];

/// Members of an entry that only Chrome's export writes.
pub(super) const OF_CHROME: &[&str] = &["_priority", "_connectionId", "_fromCache"];

impl Traces {
    pub(super) fn note(&mut self, value: &Value, entry: &LogEntry) {
        self.credentials |= !entry.request.cookies.is_empty()
            || entry
                .request
                .fields()
                .iter()
                .chain(entry.response.fields())
                .any(|field| {
                    LEFT_OUT
                        .iter()
                        .any(|name| field.name.eq_ignore_ascii_case(name))
                });
        self.chrome |= OF_CHROME.iter().any(|name| value.get(name).is_some());
    }

    /// A log with cookies of its own, as ours are, tells what was there and what was not.
    pub(super) fn sanitized(self, head: &Log) -> bool {
        let by_chrome = self.chrome || head.creator.name.eq_ignore_ascii_case("WebInspector");
        by_chrome && !self.credentials && head.jar.is_none()
    }
}
