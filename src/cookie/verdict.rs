//! stub
use crate::cookie::reason::*;
use crate::exchange::Exchange;
/// stub
#[derive(Clone, Debug)]
pub struct CookieVerdict {
    /** x */
    pub name: String,
    /** x */
    pub domain: String,
    /** x */
    pub path: String,
    /** x */
    pub sent: bool,
    /** x */
    pub reasons: Vec<SendReason>,
    /** x */
    pub warnings: Vec<Warning>,
}
/// stub
#[derive(Clone, Debug)]
pub struct SetCookieVerdict {
    /** x */
    pub name: String,
    /** x */
    pub stored: bool,
    /** x */
    pub reasons: Vec<StoreReason>,
    /** x */
    pub warnings: Vec<Warning>,
}
/// stub
pub fn sending(_: &Exchange, _: usize) -> Vec<CookieVerdict> {
    Vec::new()
}
/// stub
pub fn storing(_: &Exchange, _: usize) -> Vec<SetCookieVerdict> {
    Vec::new()
}
