//! stub
pub mod reason;
pub mod site;
pub mod verdict;
