//! The algorithms of HTTP that a 401 needs, one per file.

pub mod auth_param;
pub mod authorization;
pub mod challenge;
pub mod civil;
pub mod cors;
pub mod date;
pub mod etag;
pub mod instant;
pub mod percent;
pub mod safelist;
pub mod url;
