//! Why an HTTP 401 happened, and how to mend it.

pub mod cookie;
pub mod exchange;
pub mod http;
pub mod token;
#[cfg(feature = "wasm")]
pub mod wasm;
