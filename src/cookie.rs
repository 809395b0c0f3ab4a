//! The browsers' cookie engine in miniature: what they store, what they send, and why not.
//!
//! One algorithm per file. Each branch names its clause of RFC 6265bis (draft-ietf-httpbis-rfc6265bis), or says
//! `browser:` where a browser was seen to do otherwise; [`browsers`] holds the differences by family and version.

pub mod browsers;
pub mod chain;
pub mod context;
pub mod date;
pub mod fetch_metadata;
pub mod header;
pub mod host;
pub mod jar;
pub mod packed;
pub mod page;
pub mod part;
pub mod path;
pub mod prefix;
pub mod reason;
pub mod retrieve;
pub mod set_cookie;
pub mod site;
pub mod store;
pub mod suffix;
pub mod target;
pub mod value;
pub mod verdict;
