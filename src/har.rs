//! The case format: HAR 1.2 with the few custom fields of ours, in and out.
//!
//! Reading never fails on a wrong or missing field: what cannot be understood is left unknown.
//! One format serves capture, export, bug reports and tests.

use serde::{Deserialize, Serialize};

use crate::exchange::Exchange;
use lenient::{lenient, lenient_list};

#[cfg(feature = "cli")]
mod bounded;
pub mod caps;
mod custom;
#[cfg(feature = "cli")]
mod cut;
mod entry;
pub(crate) mod lenient;
mod read;
#[cfg(feature = "cli")]
mod sanitized;
#[cfg(feature = "cli")]
pub mod stream;
mod value;
mod vocabulary;
#[cfg(feature = "cli")]
mod window;
mod write;

pub use custom::{LogCookie, LogLoss, LogPage, LogPartition, LogSettings};
pub use entry::{
    ChromeFrame, ChromeInitiator, ChromeStack, LogBody, LogEntry, LogField, LogInitiator,
    LogRequest, LogResponse,
};
pub use value::{Text, Time};

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
    /// How many cookies of the jar were left out because there were too many.
    #[serde(
        rename = "_jarLeftOut",
        deserialize_with = "lenient",
        skip_serializing_if = "Option::is_none"
    )]
    pub jar_left_out: Option<usize>,
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

impl Log {
    /// The names of its members, but for `entries`.
    #[cfg(feature = "cli")]
    const MEMBERS: &[&str] = &[
        "version",
        "creator",
        "browser",
        "_page",
        "_jar",
        "_now",
        "_losses",
        "_settings",
        "_failing",
        "_settled",
        "_sanitized",
        "_jarLeftOut",
    ];

    /// What the log says, as the core reads it.
    pub fn exchange(&self) -> Exchange {
        read::exchange(self)
    }

    /// The log of an exchange.
    pub fn of(exchange: &Exchange) -> Self {
        write::log(exchange)
    }
}

#[cfg(test)]
mod tests {
    use super::Log;
    use crate::exchange::Exchange;

    fn read(json: &str) -> Exchange {
        serde_json::from_str::<Log>(json)
            .unwrap_or_default()
            .exchange()
    }

    /// The exchange of a log that was written and read again.
    fn again(exchange: &Exchange) -> Exchange {
        read(&serde_json::to_string(&Log::of(exchange)).unwrap_or_default())
    }

    #[test]
    fn header_fields_that_were_not_seen_are_not_an_empty_list() {
        let log = r#"{"entries": [
            {"request": {"url": "https://a.example/"}, "response": {"status": 401}},
            {"request": {"url": "https://a.example/", "headers": null}, "response": {"status": 401, "headers": null}},
            {"request": {"url": "https://a.example/", "headers": []}, "response": {"status": 401, "headers": []}}
        ]}"#;
        for exchange in [read(log), again(&read(log))] {
            let seen = |index: usize| {
                exchange.entries.get(index).map(|entry| {
                    (
                        entry.request.headers.is_some(),
                        entry.response.headers.is_some(),
                    )
                })
            };
            assert_eq!(seen(0), Some((false, false)));
            assert_eq!(seen(1), Some((false, false)));
            assert_eq!(seen(2), Some((true, true)));
        }
    }

    #[test]
    fn how_often_one_request_was_challenged_is_kept() {
        let log = r#"{"entries": [{"_challenged": 2}, {"_challenged": "many"}, {}]}"#;
        for exchange in [read(log), again(&read(log))] {
            let times: Vec<u32> = exchange
                .entries
                .iter()
                .map(|entry| entry.challenged)
                .collect();
            assert_eq!(times, [2, 0, 0]);
        }
    }
}
