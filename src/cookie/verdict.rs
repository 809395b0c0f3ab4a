//! What became of each cookie: the rules, held against what was seen.

mod observed;
mod sending;
mod storing;
mod trail;

pub use sending::{CookieVerdict, sending};
pub use storing::{SetCookieVerdict, storing};
pub use trail::Trail;
