//! What is said of a case, in the reader's language: the words are put in by whoever has them.

use serde::{Deserialize, Serialize};

/// What is said of a case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// The cause with how sure it is, such as `Confirmed: Expired token`.
    pub title: String,
    /// The cause in a sentence.
    pub summary: String,
    /// Lists under headings, such as the evidence.
    pub sections: Vec<Section>,
    /// Pieces of code that fix it.
    pub code: Vec<Code>,
    /// What an assistant is asked.
    pub question: String,
}

/// A list under a heading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// A piece of code.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Code {
    /// What it is for.
    pub title: String,
    /// The code.
    pub text: String,
}
