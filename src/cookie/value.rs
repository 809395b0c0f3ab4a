//! The one place that asks for the size and the characters of a piece of a cookie.
//!
//! In live use a value is replaced by a stand-in before any rule runs. Every rule about sizes and control
//! characters asks here, so that a redacted cookie gets the verdict of the cookie itself.

use crate::token::credential;

/// The length of `text` in octets, or of what `text` stands for.
pub fn octets(text: &str) -> usize {
    credential::octets(text)
}

/// Whether `text`, or what it stands for, holds a control character other than TAB: `%x00-08`, `%x0A-1F` or `%x7F`.
pub fn has_control(text: &str) -> bool {
    credential::has_control(text)
}

/// Whether `text`, or what it stands for, holds a TAB.
pub fn has_tab(text: &str) -> bool {
    credential::has_tab(text)
}
