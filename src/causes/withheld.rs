//! Cookies that never reached the server: which one decided, how sure that is, and the rules that causes share.
//!
//! `samesite_strict.rs` and its kin each explain one [`reason::Reason`]: their rules are those of [`rows`], each about
//! a [`deciding::Kept`] cookie.

pub(super) mod deciding;
pub(super) mod loss;
pub(super) mod reason;
pub(super) mod rows;
mod sure;
pub(super) mod told;
pub(super) mod wanted;
