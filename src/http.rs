//! The algorithms of HTTP that a 401 needs, one per file.

pub mod civil;
