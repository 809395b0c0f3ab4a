//! What servers say: phrases, looked for in bodies, header fields and challenges.
//!
//! The core keeps no text of a server: a text is read once, at redaction, and only the ids of the phrases that it held
//! are kept ([`Heard`]). The phrases themselves are data: [`crate::knowledge`].

pub mod body;
mod heard;
mod own;
mod pattern;
mod words;

pub use crate::knowledge::{Meaning, Saying, Weight};
pub use heard::Heard;
pub use words::Words;

/// The phrases that a plain text holds.
pub fn hear(text: &str) -> Heard {
    if let Some(heard) = Heard::parse(text) {
        return heard;
    }
    Heard::new(text.chars().count(), &Words::of(text))
}
