//! What kind of credential it is, and what it says of itself: decoded, never verified.

pub mod claims;
pub mod credential;
pub mod jwt;
pub mod known;
pub mod placeholder;
pub mod standin;
mod standin_text;
pub mod tenant;
