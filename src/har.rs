//! The case format: HAR 1.2 with the few custom fields of ours, in and out.
//!
//! Reading never fails on a wrong or missing field: what cannot be understood is left unknown.
//! One format serves capture, export, bug reports and tests.

use serde::{Deserialize, Serialize};

use crate::exchange::Exchange;
use lenient::{lenient, lenient_list};

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
    /// What the log says, as the core reads it.
    pub fn exchange(&self) -> Exchange {
        read::exchange(self)
    }

    /// The log of an exchange.
    pub fn of(exchange: &Exchange) -> Self {
        write::log(exchange)
    }
}
