//! A redacted case as others take it: a report for a ticket, a command, a piece of code, a question to an assistant,
//! a file.
//!
//! Only what was redacted goes in, so no secret can come out: `$TOKEN` or `$SID` stands where one was, under the same
//! name wherever the same secret stood. What is left is hostile text still, and each format quotes it by its own rules.

use serde::Serialize;

use crate::diagnose::diagnose;
use crate::diagnosis::Diagnosis;
use crate::har::Log;
use crate::redact::Redacted;

mod curl;
mod fetch;
mod fields;
mod markdown;
mod message;
mod names;
mod report;
mod sent;
mod text;

pub use report::{Code, Report, Section};

/// What a case is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A report for a ticket, in Markdown.
    Markdown,
    /// A report with a question to an assistant, in Markdown.
    Prompt,
    /// A command for `curl` in a POSIX shell.
    Curl,
    /// A call of `fetch()` in JavaScript.
    Fetch,
    /// A HAR file; read again it is explained the same.
    Har,
    /// The log and its diagnosis; read again as a HAR file it is explained the same.
    Json,
}

impl Format {
    /// All of them, in the order of a menu.
    pub const ALL: &[Self] = &[
        Self::Markdown,
        Self::Curl,
        Self::Fetch,
        Self::Prompt,
        Self::Har,
        Self::Json,
    ];

    /// The format's name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Prompt => "prompt",
            Self::Curl => "curl",
            Self::Fetch => "fetch",
            Self::Har => "har",
            Self::Json => "json",
        }
    }

    /// The format of a name.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.id() == id)
    }
}

/// One case to hand on.
#[derive(Clone, Debug)]
pub struct Case {
    /// What was seen, without secrets.
    pub redacted: Redacted,
    /// What is said of it, in the reader's language.
    pub report: Report,
}

/// A log beside what is said of it.
#[derive(Serialize)]
struct Explained {
    log: Log,
    diagnosis: Diagnosis,
}

/// The log of a HAR file, and those of further cases, which other readers of HAR leave alone.
#[derive(Serialize)]
struct Logs {
    log: Log,
    #[serde(rename = "_more", skip_serializing_if = "Vec::is_empty")]
    more: Vec<Log>,
}

/// The cases in a format, the first one first; nothing where there is none.
pub fn export(cases: &[Case], format: Format) -> String {
    let each = |write: fn(&Case) -> String, between: &str| {
        let all: Vec<String> = cases.iter().map(write).collect();
        all.join(between)
    };
    match format {
        Format::Markdown => each(markdown::report, "\n---\n\n"),
        Format::Prompt => markdown::prompt(cases),
        Format::Curl => each(curl::command, "\n"),
        Format::Fetch => each(fetch::call, "\n"),
        Format::Har => har(cases),
        Format::Json => json(cases),
    }
}

fn har(cases: &[Case]) -> String {
    let mut logs = cases.iter().map(|case| Log::of(case.redacted.exchange()));
    let whole = logs.next().map(|log| Logs {
        log,
        more: logs.collect(),
    });
    whole.map(|whole| pretty(&whole)).unwrap_or_default()
}

fn json(cases: &[Case]) -> String {
    let all: Vec<Explained> = cases
        .iter()
        .map(|case| Explained {
            log: Log::of(case.redacted.exchange()),
            diagnosis: diagnose(&case.redacted),
        })
        .collect();
    match all.as_slice() {
        [] => String::new(),
        [one] => pretty(one),
        several => pretty(&several),
    }
}

fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// The entry that failed, as the diagnosis has it.
fn failing(case: &Case) -> Option<&crate::exchange::Entry> {
    let exchange = case.redacted.exchange();
    let index = exchange.failing.or_else(|| {
        let failing = diagnose(&case.redacted).failing;
        failing.map(|failing| failing.index)
    })?;
    exchange.entries.get(index)
}
