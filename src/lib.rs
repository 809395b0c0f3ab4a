//! Why an HTTP 401 happened, and how to mend it.
//!
//! # Bird's-eye view
//!
//! The data goes one way: an [`exchange`] (one 401 and all that led to it) is [redacted](redact), read into
//! [`facts`], looked at by every one of the [`causes`], and what they find becomes one [`diagnosis`].
//! The extension hands in what the browser's events told; the command `why401` hands in a HAR file.
//!
//! # Code map
//!
//! | room | what is in it |
//! | --- | --- |
//! | [`exchange`] | what was seen, as plain data |
//! | [`har`] | the case format, in and out |
//! | [`redact`] | secrets out, stand-ins in |
//! | [`http`], [`cookie`], [`token`] | the standards' algorithms, one per file |
//! | [`knowledge`] | products and phrases: data files, packed at build time, and the look-up |
//! | [`speech`] | what servers say: texts as words, and which phrases were heard in them |
//! | [`facts`] | everything parsed once |
//! | [`causes`] | one file per cause: when it holds, on what evidence, how it is mended |
//! | [`fixes`], [`snippet`] | ways to mend that causes share, and pieces of code for the stack that was seen |
//! | [`diagnose`] | run, drop what is explained, rank |
//! | [`diagnosis`] | the answer, as plain data |
//! | [`export`] | a redacted case as others take it: a report, a command, a piece of code, a file |
//! | [`recurrence`] | what comes again and again, of many answers over many days |
//! | `page` | the page of each cause, as plain blocks (the command only) |
//! | `words` | the English of it all, from the `.md` files beside the rules (the command only) |
//! | `wasm` | the boundary to the browser |
//!
//! # Invariants
//!
//! - The core cannot fail: any bytes in, a diagnosis out. Malformed input is itself a finding.
//! - The core is pure: no clock, no I/O, no environment. Time and browser are part of the exchange.
//! - Only redacted exchanges are read for facts, so what was saved is diagnosed as what was seen.
//! - A cause looks at facts only, and knows neither another cause nor a surface.
//! - `wasm` alone knows that there is a browser.

pub mod causes;
#[cfg(feature = "cli")]
pub mod command;
pub mod cookie;
pub mod diagnose;
pub mod diagnosis;
pub mod exchange;
pub mod export;
pub mod facts;
pub mod fixes;
pub mod har;
pub mod http;
pub mod knowledge;
#[cfg(feature = "cli")]
pub mod page;
pub mod recurrence;
pub mod redact;
pub mod snippet;
pub mod speech;
pub mod token;
#[cfg(feature = "wasm")]
pub mod wasm;
#[cfg(feature = "cli")]
pub mod words;
