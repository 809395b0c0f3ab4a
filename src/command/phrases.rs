//! The phrases, for those who review them: what each means, and which recorded answer holds it.

use clap::Args;

use super::file;
use crate::knowledge::{Meaning, Saying, Weight, sayings};

/// Which phrases to list.
#[derive(Args)]
pub(super) struct Phrases {
    /// Only those of this language or product, such as tr or entra.
    #[arg(long, value_name = "ID")]
    of: Option<String>,
    /// Only those that no recorded answer holds.
    #[arg(long)]
    untested: bool,
}

/// Prints one line for each phrase: its id, how plainly it speaks, its words and its source.
pub(super) fn list(asked: &Phrases) -> u8 {
    let lines: Vec<String> = sayings()
        .filter(|one| asked.of.as_ref().is_none_or(|of| one.file() == of))
        .filter_map(|one| line(&one, asked.untested))
        .collect();
    file::print(&lines.join("\n"))
}

fn line(saying: &Saying, untested: bool) -> Option<String> {
    let text = saying
        .text()
        .filter(|text| !untested || text.source.is_empty())?;
    let weight = match (saying.means, saying.weight) {
        (Meaning::Product(_), _) => "shows",
        (_, Weight::Names) => "names",
        (_, Weight::Hints) => "hints",
    };
    let source = if text.source.is_empty() {
        "untested"
    } else {
        text.source
    };
    let about = text.about;
    Some(format!(
        "{}\t{weight}\t{about}\t{}\t{source}",
        saying.id(),
        text.words
    ))
}
