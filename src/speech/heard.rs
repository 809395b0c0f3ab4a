//! What is kept of a text: its length and the ids of the phrases that it held.

use std::fmt;

use super::{Saying, Words};
use crate::knowledge;

/// The phrases that a text held, printable in the text's place and readable from there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The text's length in characters.
    pub length: usize,
    /// The phrases, in the order of [`knowledge::sayings`].
    pub said: Vec<Saying>,
}

const BEGIN: &str = "[text of ";
const AFTER_LENGTH: &str = " characters";
const BETWEEN: &str = "; ";

impl Heard {
    /// What stands in the words of a text of `length` characters.
    pub fn new(length: usize, words: &Words) -> Self {
        Self {
            length,
            said: words.said(),
        }
    }

    /// Reads what [`fmt::Display`] printed. Ids that this build does not know, or
    /// knows no more, are left out.
    pub fn parse(text: &str) -> Option<Self> {
        let inner = text.strip_prefix(BEGIN)?.strip_suffix(']')?;
        let mut parts = inner.split(BETWEEN);
        let length = parts.next()?.strip_suffix(AFTER_LENGTH)?.parse().ok()?;
        Some(Self {
            length,
            said: parts.filter_map(knowledge::by_id).collect(),
        })
    }
}

impl fmt::Display for Heard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{BEGIN}{}{AFTER_LENGTH}", self.length)?;
        for saying in &self.said {
            write!(formatter, "{BETWEEN}{}", saying.id())?;
        }
        formatter.write_str("]")
    }
}
